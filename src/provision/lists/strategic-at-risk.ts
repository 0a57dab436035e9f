import { company } from "@keyline/domain";
import { defineList } from "./define-list.ts";

export const strategicAtRisk = defineList({
  key: "strategic_at_risk",
  name: { en: "Strategic accounts at risk", ar: "حسابات استراتيجية في خطر" },
  object: company,
  every: [
    { field: "am_account_type", is: "one of", values: ["strategic"] },
    { field: "am_health_band", is: "one of", values: ["at_risk"] },
  ],
});
