import type { z } from "zod";
import type { Desk } from "../desk/index.ts";

/** What a later step of the workflow, or an agent, may use. HubSpot takes texts. */
export type Outputs = Record<string, string>;

/** One run of an action for one company. */
export interface Asked<I> {
  companyId: string;
  input: I;
  /** HubSpot's id of this run: the same again is the same run, however often HubSpot sends it. */
  callbackId: string;
  /** When HubSpot first sent this run: what "in three days" counts from. */
  firstAskedAt: Date;
}

/**
 * One action of HubSpot's workflows and agents: a file in `actions/` and a line in the list. Its fields, labels and
 * outputs stand in `app.json` under the same uid; a test holds the two together.
 */
export interface WorkflowAction<I = unknown> {
  uid: string;
  path: `/workflow-actions/${string}`;
  input: z.ZodType<I>;
  outputs: readonly string[];
  /** It may take longer than HubSpot waits: a job does it and tells HubSpot, the workflow waits so long. */
  isSlow: boolean;
  /** May be done twice, or stop anywhere. Throws Problem. */
  perform(desk: Desk, asked: Asked<I>): Promise<Outputs>;
}

export function defineAction<I>(action: WorkflowAction<I>): WorkflowAction {
  return action;
}
