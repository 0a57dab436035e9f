import { task } from "@keyline/domain";
import type { Kind } from "./kind.ts";
import { byRecord } from "./leads.ts";

/** Reminders, and what people did with them. Tasks that are none of ours lead nowhere. */
export const taskKind: Kind = {
  subscribedAs: "task",
  object: "tasks",
  typeId: "0-27",
  events: ["deletion", "restore"],
  life: ["plan"],
  properties: { hs_task_status: ["plan"] },
  /** A task that is made says that it is not started: ten thousand reminders must not wake the planner as often. */
  isEcho: ({ what, state }) => what === "propertyChange" && state === "NOT_STARTED",
  /** The key is `portal:company:slot:kind`. */
  companiesOf: (hubspot, ids) =>
    byRecord(hubspot, task.name, ids, "keyline_task_key", (key) => {
      const [, companyId] = key.split(":");
      return companyId ? [companyId] : [];
    }),
};
