import { Problem } from "@keyline/domain";
import {
  answerRun,
  workflowActions,
  workflowDesk,
  workflowRun,
  type WorkflowRun,
} from "../../workflow-actions/index.ts";
import { defineRoute, type Once, type Route } from "../define-route.ts";
import type { Parts } from "../parts.ts";

/** HubSpot tries a run again for up to three days. */
const fourDaysMs = 4 * 24 * 60 * 60_000;

/** What HubSpot's workflows and agents ask: a route for each action. */
export const workflowActionRoutes: readonly Route[] = workflowActions.map((action) =>
  defineRoute({
    method: "POST",
    path: action.path,
    signed: "workflow",
    body: workflowRun,
    once,
    async answer({ body: run, parts }) {
      const { now, log, queue } = parts;
      const portal = await parts.portals.open(run.portalId);
      const desk = workflowDesk({ ...portal, hubspot: portal.hubspot.as("interactive"), now, log });
      const firstAskedAt = await firstAsked(run, parts);
      return { body: { outputFields: await answerRun(action, run, { desk, queue, firstAskedAt }) } };
    },
  }),
);

function once({ portalId, callbackId }: WorkflowRun): Once {
  return { key: `${portalId}:${callbackId}`, isSameBody: false, keptMs: fourDaysMs };
}

/** The moment of the first try, so that "in three days" means the same day at every later one. */
async function firstAsked({ portalId, callbackId }: WorkflowRun, { queue, now }: Parts): Promise<Date> {
  const key = `workflow-run:${portalId}:${callbackId}`;
  await queue.store.setIfAbsent(key, now().toISOString(), { ttlMs: fourDaysMs });
  const kept = await queue.store.get(key);
  if (kept === null) throw new Problem("unavailable", "The store does not answer. Try again in a moment.");
  return new Date(kept);
}
