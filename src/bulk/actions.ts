import { Problem, type BulkAsked, type BulkProgress, type bulkRoutes } from "@keyline/domain";
import { readOwners, readRecordUrls, type CardActions, type Desk } from "../desk/index.ts";
import type { Queue } from "../queue/index.ts";
import { bulkRun } from "./job.ts";
import { preview } from "./preview.ts";
import { begun, openRuns } from "./runs.ts";

/** A desk that can also leave work for later. */
export interface BulkDesk extends Desk {
  readonly queue: Pick<Queue, "add" | "store">;
}

/** What answers the routes of the bulk action. */
export const bulkActions: CardActions<typeof bulkRoutes, BulkDesk> = {
  async bulkOptions({ hubspot, settings }) {
    const owners = [...(await readOwners(hubspot, settings)).values()].filter(({ isActive }) => isActive);
    return { owners: owners.map(({ id, name }) => ({ id, name: name || id })) };
  },
  bulkPreview: preview,
  bulkStart: start,
  bulkProgress: progress,
};

/** Begins a run under the key of the intent: a double click and a lost answer begin one. */
async function start({ portalId, caller, queue }: BulkDesk, { idempotencyKey: id, recordIds, changes }: BulkAsked) {
  const run = { userId: caller.userId, recordIds: [...new Set(recordIds)], changes };
  await openRuns(queue.store).begin(portalId, id, run);
  await queue.add(bulkRun, { portalId, id }, { id: `${portalId}:${id}` });
  return { id };
}

async function progress(desk: BulkDesk, { id }: { id: string }): Promise<BulkProgress> {
  const { portalId, queue, caller } = desk;
  const runs = openRuns(queue.store);
  const [run, standing, urlOf] = await Promise.all([
    runs.run(portalId, id),
    runs.standing(portalId, id),
    readRecordUrls(desk),
  ]);
  if (!run) {
    const words = { en: "This run is over and forgotten.", ar: "انتهت هذه العملية ولم تعد محفوظة." };
    throw new Problem("not-found", words.en, { words });
  }
  const { done, changed, same, failed } = standing ?? begun;
  return {
    state: standing === null ? "waiting" : done < run.recordIds.length ? "running" : "done",
    total: run.recordIds.length,
    done,
    changed,
    same,
    failed: failed.map(({ id: companyId, name, reason }) => ({
      company: { id: companyId, name, url: urlOf("companies", companyId) },
      reason: reason[caller.language],
    })),
  };
}
