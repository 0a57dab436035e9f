import { z } from "zod";
import type { KeyedStore } from "../../queue/index.ts";

const cursor = z.object({
  /** The newest change that was seen, in milliseconds since 1970 on HubSpot's clock. */
  at: z.number(),
  /** When that was first seen, on our clock: only spans are measured by it. */
  since: z.number(),
});
export const cursors = z.object({
  /** By the name of the object in HubSpot's paths. */
  changed: z.record(z.string(), cursor),
  binned: z.record(z.string(), cursor),
  binsSeenAt: z.number(),
});

export type Cursor = z.infer<typeof cursor>;
export type Cursors = z.infer<typeof cursors>;

/**
 * Search answers lag behind writes by seconds (docs, CRM search): what changed so long before the newest change seen is
 * looked at again. Longer after that everything has arrived, and a quiet portal is not gone over time and again.
 */
const overlapMs = 2 * 60_000;

/** From where to look: the cursor less the overlap, or just after it once nothing can come late any more. */
export function lookFrom({ at, since }: Cursor, nowMs: number): number {
  return nowMs - since > 2 * overlapMs ? at + 1 : at - overlapMs;
}

export function moved(before: Cursor, newest: number | null, nowMs: number): Cursor {
  return newest !== null && newest > before.at ? { at: newest, since: nowMs } : before;
}

type Store = Pick<KeyedStore, "get" | "set">;
const keyOf = (portalId: string) => `reconciled:${portalId}`;

/** Null when there are none, or none that can be read: then only a full pass can tell what changed. */
export async function readCursors(store: Store, portalId: string): Promise<Cursors | null> {
  const text = await store.get(keyOf(portalId));
  if (text === null) return null;
  try {
    return cursors.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export function writeCursors(store: Store, portalId: string, standing: Cursors): Promise<void> {
  return store.set(keyOf(portalId), JSON.stringify(standing));
}
