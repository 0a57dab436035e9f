import type { Desk } from "../desk/index.ts";

/** The desk of a run: nobody asks, so answers read in the language of the portal's labels. */
export function workflowDesk(parts: Omit<Desk, "caller">): Desk {
  return { ...parts, caller: { userId: "", userEmail: "", language: parts.settings.language.labels } };
}
