import { Problem } from "@keyline/domain";
import type { Request } from "./request.ts";
import { apiVersion } from "./version.ts";

/** Tells HubSpot how a workflow action ended that had answered BLOCK. One that is over already (told before, or given up) is fine. */
export function completeCallback(request: Request) {
  return async (callbackId: string, outputFields: Readonly<Record<string, string>>): Promise<void> => {
    const path = `/automation/actions/callbacks/${apiVersion}/${encodeURIComponent(callbackId)}/complete`;
    try {
      // The spec marks `typedOutputs` as required.
      await request({ method: "POST", path, body: { outputFields, typedOutputs: {} }, isIdempotent: true });
    } catch (problem) {
      if (problem instanceof Problem && problem.code === "not-found") return;
      throw problem;
    }
  };
}
