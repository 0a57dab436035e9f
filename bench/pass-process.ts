import { settingsFrom } from "@keyline/domain";
import { createPacer, openHubSpot } from "../src/hubspot/index.ts";
import { recalculatePass } from "../src/kpis/index.ts";
import { quietLog } from "../src/log.ts";
import { reconcileChanges, reconcileFully, type ReconcileParts } from "../src/sync/index.ts";
import { unhurried } from "./portal-of-numbers.ts";
import type { PassAsked, PassDone } from "./run-pass.ts";
import { watchMemory } from "./watch-memory.ts";

/** One pass over the portal of a sandbox, as it is asked for by a message; answers what it took, and ends. */
process.once("message", (asked: PassAsked) => {
  void goOver(asked).then((done) => process.send?.(done, () => process.exit()));
});

async function goOver({ pass, sandboxUrl, now, kept }: PassAsked): Promise<PassDone> {
  const pacer = createPacer({ key: "bench", limits: unhurried });
  const hubspot = openHubSpot({ baseUrl: sandboxUrl, token: "sandbox", pacer, log: quietLog });
  // One manager has them all: with the usual room in a day the due dates would be spread over years.
  const settings = settingsFrom({ capacityPerDay: 1_000_000 });
  const texts = new Map(Object.entries(kept));
  const parts: ReconcileParts = {
    portalId: "bench",
    hubspot,
    settings,
    now: () => new Date(now),
    log: quietLog,
    store: storeOf(texts),
  };
  const memory = watchMemory();
  const startedAt = performance.now();
  const { written, refused } = await perform(pass, parts);
  const seconds = Number(((performance.now() - startedAt) / 1_000).toFixed(1));
  const { peakMb, peakHeapMb } = memory.stop();
  return {
    calls: hubspot.calls(),
    written,
    refused: refused.length,
    seconds,
    peakMemoryMb: peakMb,
    peakHeapMb,
    kept: Object.fromEntries(texts),
  };
}

/** The quarter that runs; month and year would be computed with it, from the same facts. */
const periods = ["2026-Q4"];

async function perform(
  pass: PassAsked["pass"],
  parts: ReconcileParts,
): Promise<{ written: number; refused: unknown[] }> {
  switch (pass) {
    case "first":
    case "again":
      return recalculatePass(parts, { periods });
    case "thorough":
      return recalculatePass(parts, { periods, isThorough: true });
    case "full":
      return reconcileFully(parts, { periods });
    case "changes": {
      const report = await reconcileChanges(parts);
      if (!report) throw new Error("There is no cursor: a full pass comes first");
      return report;
    }
  }
}

function storeOf(texts: Map<string, string>): ReconcileParts["store"] {
  return {
    get: (key) => Promise.resolve(texts.get(key) ?? null),
    set: (key, value) => Promise.resolve(void texts.set(key, value)),
    delete: (key) => Promise.resolve(texts.delete(key)),
    list: (prefix) =>
      Promise.resolve([...texts].filter(([key]) => key.startsWith(prefix)).map(([key, value]) => ({ key, value }))),
  };
}
