import { Problem } from "@keyline/domain";
import { z } from "zod";
import type { Now } from "../clock.ts";
import type { Desk } from "../desk/index.ts";
import type { Log } from "../log.ts";
import { defineJob, perform, type Performance } from "../queue/index.ts";
import { workflowActions } from "./actions/index.ts";
import { failed, succeeded } from "./ending.ts";
import { readRun } from "./read-run.ts";
import { workflowDesk } from "./workflow-desk.ts";

/** A run that HubSpot waits for: done here, then told by its callback id. */
export const finishRun = defineJob({
  name: "finish-workflow-run",
  lane: "planner",
  data: z.object({
    uid: z.string(),
    run: z.object({
      callbackId: z.string(),
      portalId: z.string(),
      companyId: z.string(),
      input: z.record(z.string(), z.unknown()),
    }),
    firstAskedAt: z.number(),
  }),
});

interface Parts {
  open(portalId: string): Promise<Omit<Desk, "caller" | "now" | "log">>;
  now: Now;
  log: Log;
}

/** May be done twice: the actions are, and a run that is complete already is over. */
export function finishingRuns({ open, now, log }: Parts): Performance {
  return perform(finishRun, async ({ uid, run, firstAskedAt }) => {
    const action = workflowActions.find((one) => one.uid === uid);
    if (!action) throw new Problem("internal", `There is no workflow action ${uid} any more.`);
    const desk = workflowDesk({ ...(await open(run.portalId)), now, log });
    const ending = await action
      .perform(desk, readRun(action, run, new Date(firstAskedAt)))
      .then(succeeded)
      .catch((error: unknown) => {
        const lasting = failed(error, desk.caller.language);
        if (!lasting) throw error;
        return lasting;
      });
    await desk.hubspot.completeCallback(run.callbackId, ending);
  });
}
