import { company } from "@keyline/domain";
import { z } from "zod";
import { planPortal } from "../../check-ins/index.ts";
import type { Filter } from "../../hubspot/index.ts";
import { rankPortal, recalculatePass } from "../../kpis/index.ts";
import { settle } from "../settle.ts";
import { cursors, writeCursors } from "./cursors.ts";
import { cursorsOfNow } from "./find-changes.ts";
import type { Progress, ReconcileOptions, ReconcileParts } from "./reconcile-changes.ts";
import { emptyReport, type Report } from "./report.ts";

const steps = ["fold", "plan", "numbers", "rank"] as const;
type Step = (typeof steps)[number];

/** Where a full pass stands; kept after each part. */
const place = z.object({
  step: z.enum(steps),
  /** Goes on after this company id. */
  after: z.string().nullable(),
  done: z.number(),
  /** From where the next changes are to be asked for: what changes meanwhile is found then. */
  cursors,
});
type Place = z.infer<typeof place>;

/** Two thousand fill the largest batch of associations, a thousand the largest read of them (docs, associations). */
const companiesInPart: Record<Exclude<Step, "rank">, number> = { fold: 100, plan: 2_000, numbers: 1_000 };

const keyOf = (portalId: string) => `reconciling:${portalId}`;

/** Whether a full pass was begun and not ended. */
export async function isUnderWay({ store, portalId }: ReconcileParts): Promise<boolean> {
  return (await readPlace({ store, portalId })) !== null;
}

/**
 * Goes over every account: merged ones folded, check-ins planned, numbers computed from everything that HubSpot holds. It
 * keeps its place after each part, so that one which was killed goes on there.
 */
export async function reconcileFully(parts: ReconcileParts, options: ReconcileOptions = {}): Promise<Report> {
  const { hubspot, store, portalId, now } = parts;
  const { dryRun = false, onProgress = () => {} } = options;
  const isStopped = () => options.signal?.aborted === true;
  const callsBefore = hubspot.calls();
  const report = emptyReport("full", parts);
  const standing = dryRun ? null : await readPlace(parts);
  report.isResumed = standing !== null;
  let at: Place = standing ?? {
    step: "fold",
    after: null,
    done: 0,
    cursors: await cursorsOfNow(hubspot, now().getTime()),
  };
  for (const step of steps.slice(steps.indexOf(at.step))) {
    if (at.step !== step) at = { ...at, step, after: null, done: 0 };
    const total = await countOf(step, parts);
    for (let isLeft = true; isLeft && !isStopped();) {
      onProgress({ step, done: at.done, total: Math.max(total, at.done) } satisfies Progress);
      const part = dryRun ? { next: null, companies: total } : await doPart(step, at.after, parts, report, options);
      at = { ...at, after: part.next ?? at.after, done: at.done + part.companies };
      isLeft = part.next !== null;
      if (!dryRun && isLeft) await store.set(keyOf(portalId), JSON.stringify(at));
    }
    if (step !== "rank") report.companies[step] = at.done;
    if (isStopped()) break;
    onProgress({ step, done: at.done, total: at.done });
  }
  report.isComplete = !isStopped();
  if (report.isComplete && !dryRun) {
    await writeCursors(store, portalId, at.cursors);
    await store.delete(keyOf(portalId));
  }
  report.calls = hubspot.calls() - callsBefore;
  return report;
}

interface Part {
  /** The id to go on after; null at the end of the step. */
  next: string | null;
  companies: number;
}

async function doPart(
  step: Step,
  after: string | null,
  parts: ReconcileParts,
  report: Report,
  { signal, companiesInPart: limit, periods }: ReconcileOptions,
): Promise<Part> {
  const stop = signal ? { signal } : {};
  switch (step) {
    case "fold": {
      const ids = await mergedAfter(after, parts);
      if (ids.length > 0) add(report, await settle("fold", parts, ids));
      return { next: ids.length < companiesInPart.fold ? null : (ids.at(-1) ?? null), companies: ids.length };
    }
    case "plan": {
      const done = await planPortal(parts, {
        after: after ?? "0",
        mostCompanies: limit ?? companiesInPart.plan,
        ...stop,
      });
      const { planned, reminders, overdue, escalations } = done;
      const written = planned + overdue + escalations + reminders.made + reminders.mended + reminders.withdrawn;
      add(report, { written, refused: done.refused });
      return { next: done.next, companies: done.companies };
    }
    case "numbers": {
      const done = await recalculatePass(parts, {
        after,
        limit: limit ?? companiesInPart.numbers,
        isThorough: true,
        ...(periods && { periods }),
        ...stop,
      });
      add(report, { written: done.written, refused: withMessage(done.refused) });
      return { next: done.next, companies: done.companies };
    }
    case "rank": {
      const { written, refused } = await rankPortal(parts);
      add(report, { written, refused: withMessage(refused) });
      return { next: null, companies: 0 };
    }
  }
}

const hasMerged: Filter = { property: "hs_merged_object_ids", operator: "HAS_PROPERTY" };

async function mergedAfter(after: string | null, { hubspot }: ReconcileParts): Promise<string[]> {
  const beyond: Filter[] = after === null ? [] : [{ property: "hs_object_id", operator: "GT", value: after }];
  const query = { where: [[hasMerged, ...beyond]], properties: [], limit: companiesInPart.fold };
  for await (const page of hubspot.records(company).search(query)) return page.map(({ id }) => id);
  return [];
}

/** How many companies a step will go over, about: what is shown while it runs. */
async function countOf(step: Step, { hubspot }: ReconcileParts): Promise<number> {
  if (step === "rank") return 0;
  const isManaged: Filter[] = [
    { property: "am_account_type", operator: "HAS_PROPERTY" },
    { property: "am_rhythm", operator: "HAS_PROPERTY" },
  ];
  return hubspot.records(company).count([step === "fold" ? [hasMerged] : isManaged]);
}

async function readPlace({ store, portalId }: Pick<ReconcileParts, "store" | "portalId">): Promise<Place | null> {
  const text = await store.get(keyOf(portalId));
  if (text === null) return null;
  try {
    return place.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function add(report: Report, { written, refused }: Pick<Report, "written" | "refused">): void {
  report.written += written;
  report.refused.push(...refused.map(({ key, message }) => ({ key, message })));
}

function withMessage(refused: readonly { key: string; problem: Error }[]): Report["refused"] {
  return refused.map(({ key, problem }) => ({ key, message: problem.message }));
}
