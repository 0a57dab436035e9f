import { accountPlan } from "@keyline/domain";
import { defineList } from "./define-list.ts";

export const plansEnding = defineList({
  key: "plans_ending",
  name: { en: "Plans ending within 60 days", ar: "خطط تنتهي خلال ٦٠ يومًا" },
  object: accountPlan,
  every: [
    // The portal's framework is a plan without a company.
    { field: "company_record_id", is: "known" },
    { field: "plan_status", is: "one of", values: ["active", "in_review"] },
    { field: "ends_on", is: "within days", days: 60 },
  ],
});
