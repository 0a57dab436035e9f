import { resolve } from "node:path";
import { readManifest } from "../manifest/index.ts";
import { openPortals } from "../portals/index.ts";
import { stopSignal } from "../stop-signal.ts";
import { isUnderWay, reconcileChanges, reconcileFully, type ReconcileParts, type Report } from "../sync/index.ts";
import type { Command, CommandContext } from "./command.ts";
import { openPlace } from "./open-place.ts";
import { showProgress } from "./show-progress.ts";

const root = resolve(import.meta.dirname, "../..");

/** Brings everything up to date with HubSpot: what changed since the last time, or with `--full` every account. */
export const reconcileCommand: Command = {
  name: "reconcile",
  summary: "Look for what changed in HubSpot and bring check-ins and numbers up to date; a killed full pass goes on",
  flags: ["full"],
  async run(context) {
    const { environment, now, log, options } = context;
    const place = await openPlace(environment, log);
    const stopping = new AbortController();
    void stopSignal().then(() => stopping.abort());
    try {
      const { scopes } = await readManifest(root);
      const portals = openPortals({ environment, log, scopes, ...place.shared });
      const reports: Report[] = [];
      for (const portalId of await portals.ids()) {
        const { hubspot, settings } = await portals.open(portalId);
        const parts = { portalId, hubspot, settings, now, log, store: place.store };
        reports.push(await reconcileOne(parts, context, options["full"] !== undefined, stopping.signal));
      }
      return {
        json: reports.length === 1 ? reports[0] : reports,
        lines: reports.flatMap(linesOf),
        isFine: reports.every(({ refused, isComplete }) => refused.length === 0 && isComplete),
      };
    } finally {
      await place.close();
    }
  },
};

async function reconcileOne(
  parts: ReconcileParts,
  { isDryRun }: CommandContext,
  isFull: boolean,
  signal: AbortSignal,
): Promise<Report> {
  const progress = showProgress(process.stderr);
  const options = { dryRun: isDryRun, signal, onProgress: progress.show };
  try {
    if (!isFull && !(await isUnderWay(parts))) {
      const report = await reconcileChanges(parts, options);
      if (report) return report;
      progress.say("There is no cursor of an earlier pass: every account is gone over.");
    } else if (await isUnderWay(parts)) {
      progress.say("A full pass was begun and not ended: it goes on where it stopped.");
    }
    return await reconcileFully(parts, options);
  } finally {
    progress.end();
  }
}

function linesOf({ pass, portalId, records, companies, written, refused, calls, isComplete }: Report): string[] {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ") || "none";
  return [
    `Portal ${portalId}, ${pass === "full" ? "every account" : "what changed"}${isComplete ? "" : ", stopped: start it again to go on"}`,
    ...(pass === "changes" ? [`  changed records: ${list(records)}`] : []),
    `  companies: ${list(companies)}`,
    `  written ${written}, refused ${refused.length}, calls ${calls}`,
    ...refused.map(({ key, message }) => `  refused ${key}: ${message}`),
  ];
}
