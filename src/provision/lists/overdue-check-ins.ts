import { checkIn } from "@keyline/domain";
import { defineList } from "./define-list.ts";

export const overdueCheckIns = defineList({
  key: "overdue_check_ins",
  name: { en: "Overdue check-ins", ar: "متابعات متأخرة" },
  object: checkIn,
  every: [{ field: "state", is: "one of", values: ["overdue"] }],
});
