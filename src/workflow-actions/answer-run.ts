import type { Desk } from "../desk/index.ts";
import type { Queue } from "../queue/index.ts";
import type { WorkflowAction } from "./define-action.ts";
import { failed, succeeded, waiting, type OutputFields } from "./ending.ts";
import { finishRun } from "./jobs.ts";
import { readRun } from "./read-run.ts";
import type { WorkflowRun } from "./run.ts";

/** HubSpot gives a waiting run up after a week. */
const weekMs = 7 * 24 * 60 * 60_000;

interface Parts {
  desk: Desk;
  queue: Queue;
  firstAskedAt: Date;
}

/**
 * Does one run, or leaves it to a job. Lasting failures are an answer too, for the person who built the workflow.
 * @throws what passes: HubSpot tries again
 */
export async function answerRun(
  action: WorkflowAction,
  run: WorkflowRun,
  { desk, queue, firstAskedAt }: Parts,
): Promise<OutputFields> {
  try {
    const asked = readRun(action, run, firstAskedAt);
    if (!action.isSlow) return succeeded(await action.perform(desk, asked));
    const data = { uid: action.uid, run: { ...run, companyId: asked.companyId }, firstAskedAt: firstAskedAt.getTime() };
    await queue.add(finishRun, data, { id: `${run.portalId}:${run.callbackId}`, deduplicateMs: weekMs });
    return waiting;
  } catch (error) {
    const ending = failed(error, desk.caller.language);
    if (!ending) throw error;
    desk.log.info(
      { action: action.uid, companyId: run.companyId, errorCode: ending["errorCode"] },
      "A run was refused",
    );
    return ending;
  }
}
