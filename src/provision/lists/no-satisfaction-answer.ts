import { company } from "@keyline/domain";
import { defineList } from "./define-list.ts";

/** Two quarters: 182 days. Accounts that are managed, and never answered, belong here too. */
export const noSatisfactionAnswer = defineList({
  key: "no_satisfaction_answer",
  name: { en: "No satisfaction answer for two quarters", ar: "لا جواب عن الرضا منذ ربعين" },
  object: company,
  every: [
    { field: "am_account_type", is: "known" },
    { field: "am_rhythm", is: "known" },
    { field: "am_last_satisfaction_answer", is: "days past", days: 182, orNever: true },
  ],
});
