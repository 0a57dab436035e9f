import type { KeyedStore } from "../../queue/index.ts";
import { passes, type Pass } from "../kinds/index.ts";
import { companiesAtOnce, settle, type PortalParts } from "../settle.ts";
import { readCursors, writeCursors } from "./cursors.ts";
import { findChanges } from "./find-changes.ts";
import { emptyReport, type Report } from "./report.ts";

export interface ReconcileParts extends PortalParts {
  store: Pick<KeyedStore, "get" | "set" | "delete" | "list">;
}

export interface ReconcileOptions {
  /** Says what would be gone over, and writes nothing. */
  dryRun?: boolean;
  onProgress?: (progress: Progress) => void;
  /** Once aborted, no further part is begun. */
  signal?: AbortSignal;
  /** Companies in a part of a full pass, after which its place is kept; default what fills the largest batches. */
  companiesInPart?: number;
  /** Keys of the periods that a full pass computes; default: those that run, and those that ended a few days ago. */
  periods?: readonly string[];
}

/** How far a pass is: so many of so many companies in this step. */
export interface Progress {
  step: Pass | "find" | "rank";
  done: number;
  /** As far as anybody knows. */
  total: number;
}

/** Numbers of so many companies fill the largest reads of associations, as in a full pass. */
const numbersAtOnce = 1_000;

/**
 * Finds what changed since the last time and brings the companies it leads to up to date. The cursor moves when all of it is
 * done: a pass that dies is done again.
 *
 * @returns null when there is no cursor: then only a full pass can tell
 */
export async function reconcileChanges(parts: ReconcileParts, options: ReconcileOptions = {}): Promise<Report | null> {
  const { hubspot, store, portalId, now } = parts;
  const { dryRun = false, onProgress = () => {} } = options;
  const isStopped = () => options.signal?.aborted === true;
  const cursors = await readCursors(store, portalId);
  if (cursors === null) return null;
  const callsBefore = hubspot.calls();
  const report = emptyReport("changes", parts);
  onProgress({ step: "find", done: 0, total: 0 });
  const { called, records, cursors: after } = await findChanges(hubspot, cursors, now().getTime(), { withBins: true });
  report.records = records;
  // What was folded has its check-ins and numbers to be looked at as well.
  for (const id of called.fold) for (const pass of ["plan", "numbers"] as const) called[pass].add(id);
  for (const pass of passes) {
    const ids = [...called[pass]];
    report.companies[pass] = ids.length;
    if (dryRun) continue;
    const atOnce = pass === "numbers" ? numbersAtOnce : companiesAtOnce;
    for (let at = 0; at < ids.length && !isStopped(); at += atOnce) {
      const { written, refused } = await settle(pass, parts, ids.slice(at, at + atOnce));
      report.written += written;
      report.refused.push(...refused);
      onProgress({ step: pass, done: Math.min(at + atOnce, ids.length), total: ids.length });
    }
  }
  report.isComplete = !isStopped();
  if (!dryRun && report.isComplete) await writeCursors(store, portalId, after);
  report.calls = hubspot.calls() - callsBefore;
  return report;
}
