import { accountNeed, openNeedStatuses } from "@keyline/domain";
import { defineList } from "./define-list.ts";

export const unservedHighRiskNeeds = defineList({
  key: "unserved_high_risk_needs",
  name: { en: "High-risk needs without an initiative", ar: "احتياجات عالية الخطورة بلا مبادرة" },
  object: accountNeed,
  every: [
    { field: "need_status", is: "one of", values: openNeedStatuses },
    { field: "risk", is: "one of", values: ["high"] },
    { field: "initiatives", is: "none" },
  ],
});
