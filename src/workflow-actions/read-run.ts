import { Problem, type FieldProblem } from "@keyline/domain";
import type { Asked, WorkflowAction } from "./define-action.ts";
import type { WorkflowRun } from "./run.ts";

/** Reads the run's input by the action's own schema. Throws Problem `invalid-input` that names every wrong field. */
export function readRun(action: WorkflowAction, run: WorkflowRun, firstAskedAt: Date): Asked<unknown> {
  const { callbackId, companyId } = run;
  if (companyId === null) throw wrongInput([{ path: "company_record_id", message: "Give the record ID of a company" }]);
  const read = action.input.safeParse(run.input);
  if (read.success) return { companyId, input: read.data, callbackId, firstAskedAt };
  throw wrongInput(read.error.issues.map(({ path, message }) => ({ path: path.join("."), message })));
}

function wrongInput(fields: FieldProblem[]): Problem {
  const said = fields.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("; ");
  return new Problem("invalid-input", said, { fields });
}
