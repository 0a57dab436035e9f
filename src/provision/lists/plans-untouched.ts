import { accountPlan } from "@keyline/domain";
import { defineList } from "./define-list.ts";

export const plansUntouched = defineList({
  key: "plans_untouched",
  name: { en: "Plans untouched for 60 days", ar: "خطط لم تُمسّ منذ ٦٠ يومًا" },
  object: accountPlan,
  every: [
    { field: "company_record_id", is: "known" },
    { field: "plan_status", is: "one of", values: ["active", "in_review"] },
    { field: "last_touched_on", is: "days past", days: 60 },
  ],
});
