import { company } from "@keyline/domain";
import { defineList } from "./define-list.ts";

export const keyWithoutEconomicBuyer = defineList({
  key: "key_without_economic_buyer",
  name: { en: "Key accounts with no economic buyer", ar: "حسابات رئيسية لا يُعرف صاحب قرارها المالي" },
  object: company,
  every: [
    { field: "am_account_type", is: "one of", values: ["key"] },
    { field: "am_economic_buyer_known", is: "not yes" },
  ],
});
