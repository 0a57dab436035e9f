import { each, modifiedProperty, type Kind } from "./kind.ts";

/** The account itself. */
export const companyKind: Kind = {
  subscribedAs: "company",
  object: "companies",
  typeId: "0-2",
  events: ["creation", "deletion", "restore", "merge", "associationChange"],
  life: ["plan", "numbers"],
  merge: ["fold", "plan", "numbers"],
  properties: {
    ...each(["name", "am_account_type", "am_tier", "am_rhythm"], ["plan", "numbers"]),
    ...each(["am_notice_by", "am_renewal_outlook", "am_contract_end", "am_managed_under"], ["plan", "numbers"]),
    ...each(["hubspot_owner_id", "am_lead_manager", "am_rhythm_rule", "am_rhythm_anchor"], ["plan"]),
    ...each(["am_paused_from", "am_paused_until"], ["plan"]),
    ...each(["am_revenue_goal", "am_recurring_revenue", "am_renewal_value", "am_targets"], ["numbers"]),
    ...each(["am_competition", "am_relationship", "am_resources", "am_growth_potential"], ["numbers"]),
    ...each(["am_partnership_potential", "am_financial_health", "am_standing", "am_new_markets"], ["numbers"]),
    ...each(["am_manages_family"], ["numbers"]),
  },
  polled: { modified: modifiedProperty, passes: ["plan", "numbers"] },
  /** An anchor that an app wrote is the planner's. */
  isEcho: ({ property, isByApp }) => property === "am_rhythm_anchor" && isByApp,
  companiesOf: async (_hubspot, ids) => new Map(ids.map((id) => [id, [id]])),
};
