import { Problem, type Language, type ProblemCode } from "@keyline/domain";
import type { Outputs } from "./define-action.ts";

/**
 * How a run ends, in HubSpot's words (docs: custom workflow actions, execution states). A failure names its kind in
 * `errorCode`, for which `app.json` has the text that HubSpot's page shows (`executionRules`), and says more in `message`.
 */
export type OutputFields = Outputs & { hs_execution_state: "SUCCESS" | "FAIL_CONTINUE" | "BLOCK" };

/** The failures that another try would not mend, each with the rule that HubSpot shows for it. */
const lasting: Partial<Record<ProblemCode, string>> = {
  "invalid-input": "INVALID_INPUT",
  "not-found": "NOT_FOUND",
  archived: "NOT_FOUND",
  conflict: "NOT_NOW",
  refused: "REFUSED",
  "no-permission": "REFUSED",
  "missing-scope": "MISSING_SCOPE",
  "tier-too-low": "NOT_SET_UP",
  "not-provisioned": "NOT_SET_UP",
};

export const errorCodes: readonly string[] = [...new Set(Object.values(lasting))];

export function succeeded(outputs: Outputs): OutputFields {
  return { ...outputs, hs_execution_state: "SUCCESS" };
}

/** The workflow waits until the run is completed by its callback id; after a week HubSpot gives up. */
export const waiting: OutputFields = { hs_execution_state: "BLOCK" };

/** Null for a failure that passes: HubSpot tries again for up to three days. */
export function failed(error: unknown, language: Language): OutputFields | null {
  if (!(error instanceof Problem)) return null;
  const errorCode = lasting[error.code];
  if (!errorCode) return null;
  const fields = error.fields.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("; ");
  const message = [error.words?.[language] ?? error.message, error.words ? "" : fields].filter(Boolean)[0] ?? "";
  return { errorCode, message, hs_execution_state: "FAIL_CONTINUE" };
}
