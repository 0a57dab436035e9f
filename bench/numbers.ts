import { settingsFrom } from "@keyline/domain";
import { planPortal } from "../src/check-ins/index.ts";
import { quietLog } from "../src/log.ts";
import { leastCalls, leastCallsForChanges } from "./least-calls.ts";
import { benchNow, changeDeals, fill, open, recordsFor, type Records } from "./portal-of-numbers.ts";
import { heapLimitMb, runPass, type PassDone, type PassName } from "./run-pass.ts";
import { startSandbox, type SandboxProcess } from "./sandbox-process.ts";

/** One pass over a portal whose companies are all managed, in a process of its own. */
export interface NumbersFigure {
  bench: "recalculation" | "reconcile";
  companies: number;
  /**
   * Of the numbers alone, `first`: nothing was ever computed; `again`: nothing changed; `thorough`: the same, every stored
   * number compared. Of a reconciliation, `full`: every account, nothing changed; `changes`: after `changed` companies had a
   * deal changed.
   */
  pass: PassName;
  changed: number;
  calls: number;
  /** bench/least-calls.ts */
  least: number;
  ratio: number;
  written: number;
  peakMemoryMb: number;
  peakHeapMb: number;
  heapLimitMb: number;
  seconds: number;
}

type Tell = (figure: NumbersFigure) => void;

/** Fills a sandbox in a process of its own, then goes over it: numbers alone, reconciliations, or both one after the other. */
export async function benchNumbers(
  companies: number,
  wanted: readonly NumbersFigure["bench"][],
  tell: Tell,
): Promise<void> {
  const sandbox = await startSandbox({ memoryMb: 12_000 });
  try {
    const records = recordsFor(companies);
    await fill(sandbox, records);
    await planAll(sandbox);
    const passes = wanted.includes("recalculation") ? (["first", "again", "thorough"] as const) : (["first"] as const);
    for (const pass of passes) {
      const done = await runPass(sandbox, { pass, now: benchNow });
      if (wanted.includes("recalculation")) tell(figure("recalculation", pass, records, done));
    }
    if (wanted.includes("reconcile")) await reconcile(sandbox, records, tell);
  } finally {
    await sandbox.close();
  }
}

/** Every account has its next check-in, as the passes of the weeks before left it. */
async function planAll(sandbox: SandboxProcess): Promise<void> {
  const settings = settingsFrom({ capacityPerDay: 1_000_000 });
  await planPortal({ hubspot: open(sandbox), settings, now: () => new Date(benchNow), log: quietLog });
}

async function reconcile(sandbox: SandboxProcess, records: Records, tell: Tell): Promise<void> {
  let hours = 0;
  let kept: Record<string, string> = {};
  // An hour lies between two passes: no search for changes reaches back to what the one before has dealt with.
  const go = async (pass: "full" | "changes") => {
    const now = new Date(Date.parse(benchNow) + ++hours * 3_600_000).toISOString();
    await sandbox.control("PUT", "clock", { now });
    const done = await runPass(sandbox, { pass, now, kept });
    kept = done.kept;
    return done;
  };
  tell(figure("reconcile", "full", records, await go("full")));
  for (const changed of new Set([100, Math.ceil(records.companies / 100)])) {
    // The first time, month and year are computed anew; the next pass finds what this one wrote.
    await changeDeals(sandbox, changed);
    await go("changes");
    await go("changes");
    await changeDeals(sandbox, changed);
    tell(figure("reconcile", "changes", records, await go("changes"), changed));
  }
}

function figure(
  bench: NumbersFigure["bench"],
  pass: PassName,
  records: Records,
  done: PassDone,
  changed = 0,
): NumbersFigure {
  const { calls, written, refused, seconds, peakMemoryMb, peakHeapMb } = done;
  if (refused > 0) throw new Error(`HubSpot refused ${refused} writes of the ${pass} pass`);
  const { companies } = records;
  const least = pass === "changes" ? leastCallsForChanges(changed, written) : leastCalls(records, pass);
  const ratio = Number((calls / least).toFixed(3));
  const memory = { peakMemoryMb, peakHeapMb, heapLimitMb };
  return { bench, companies, pass, changed, calls, least, ratio, written, ...memory, seconds };
}
