import {
  accountKpi,
  accountNeed,
  accountPlan,
  accountSignal,
  checkIn,
  planObjective,
  type DeclaredObject,
} from "@keyline/domain";
import { pathName } from "../../hubspot/index.ts";
import { each, modifiedProperty, type Kind } from "./kind.ts";
import { byRecord } from "./leads.ts";

/** Our own objects name their company by themselves (`company_record_id`), in the bin too. */
function ownKind(
  object: Pick<DeclaredObject, "kind" | "name">,
  facts: Pick<Kind, "life" | "properties" | "isEcho">,
): Kind {
  return {
    ...facts,
    subscribedAs: pathName(object),
    object,
    typeId: null,
    events: ["creation", "deletion", "restore", "merge", "associationChange"],
    // Numbers are what comes out: to poll them would find our own writes.
    ...(object.name !== accountKpi.name && { polled: { modified: modifiedProperty, passes: facts.life } }),
    companiesOf: (hubspot, ids) => byRecord(hubspot, pathName(object), ids, "company_record_id", (id) => [id]),
  };
}

/** Whoever makes one of these associates it as well; what a person associates afterwards may be news. */
const isAssociatedByApp: Kind["isEcho"] = ({ what, isByApp }) => what === "associationChange" && isByApp;

/**
 * The planner makes and moves check-ins: what an app did does not wake it again. Numbers hear of the outcome (`state`)
 * whoever wrote it, and not of what is merely planned.
 */
export const checkInKind = ownKind(checkIn, {
  life: ["plan", "numbers"],
  properties: {
    ...each(["state"], ["plan", "numbers"]),
    ...each(["planned_date", "hubspot_owner_id"], ["plan"]),
    ...each(["due_date"], ["plan", "numbers"]),
    ...each(["held_on", "recommendations"], ["numbers"]),
  },
  isEcho: ({ isByApp, what, property = "", state }) =>
    isByApp &&
    (what === "creation" ||
      what === "associationChange" ||
      state === "planned" ||
      ["planned_date", "due_date", "hubspot_owner_id"].includes(property)),
});

export const needKind = ownKind(accountNeed, {
  life: ["numbers"],
  properties: each(
    ["need_status", "risk", "initiatives", "voiced_on", "met_on", "dropped_on", "company_record_id"],
    ["numbers"],
  ),
  isEcho: isAssociatedByApp,
});

export const objectiveKind = ownKind(planObjective, {
  life: ["numbers"],
  properties: each(["objective_kind", "objective_status", "due_on", "plan_key", "need_key"], ["numbers"]),
  isEcho: isAssociatedByApp,
});

export const planKind = ownKind(accountPlan, {
  life: ["numbers"],
  properties: each(["plan_status", "period", "starts_on", "ends_on", "revenue_goal"], ["numbers"]),
  isEcho: isAssociatedByApp,
});

export const signalKind = ownKind(accountSignal, {
  life: ["numbers"],
  properties: each(["signal_kind", "happened_on", "company_record_id"], ["numbers"]),
  isEcho: isAssociatedByApp,
});

/** What an app writes here is what we computed; a person's hand in it is put right. */
export const kpiKind = ownKind(accountKpi, {
  life: ["numbers"],
  properties: each(["actual", "target", "is_no_data"], ["numbers"]),
  isEcho: ({ what, isByApp }) => isByApp && what !== "deletion",
});
