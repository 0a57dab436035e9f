import type { BookSource } from "./read-book.ts";
import { readCandidates, type Candidates } from "./read-candidates.ts";

/** Judgements and deals change slowly, and the list is for choosing, not for counting. */
const freshMs = 10 * 60_000;
const waitMs = 8_000;
/** Portals whose candidates are remembered, the last asked for. At most 1,400 small records each. */
const mostPortals = 50;

/** The companies to choose from, kept for a while: reading them takes some seconds. */
export interface KeptCandidates {
  /** Null while they are still being read: ask again in a moment. Throws what kept the last reading from its end. */
  open(portalId: string, source: BookSource & { timeZone: string }): Promise<Candidates | null>;
}

export function keepCandidates(): KeptCandidates {
  const kept = new Map<string, { at: number; reading: Promise<Candidates> }>();
  return {
    async open(portalId, source) {
      const now = source.now().getTime();
      const stood = kept.get(portalId);
      const isFresh = stood && Math.abs(now - stood.at) <= freshMs;
      const entry = isFresh ? stood : { at: now, reading: readCandidates(source.hubspot.as("bulk"), source) };
      kept.delete(portalId);
      kept.set(portalId, entry);
      const [oldest] = kept.keys();
      if (kept.size > mostPortals && oldest !== undefined) kept.delete(oldest);
      const patience = new AbortController();
      try {
        return await Promise.race([entry.reading, nothingAfter(waitMs, patience.signal)]);
      } catch (error) {
        // Who was told does not have to wait ten minutes for another try.
        if (kept.get(portalId) === entry) kept.delete(portalId);
        throw error;
      } finally {
        patience.abort();
      }
    },
  };
}

function nothingAfter(ms: number, signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), ms);
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}
