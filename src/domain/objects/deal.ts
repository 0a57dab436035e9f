import { defineExtension } from "../define-object.ts";
import { text } from "../fields/index.ts";

/** What Keyline adds to a deal: the unique key that makes opening it twice from one need the same as opening it once. */
export const deal = defineExtension({
  name: "deals",
  group: { name: "account_management", label: { en: "Account management", ar: "إدارة الحسابات" } },
  fields: {
    keyline_deal_key: text({
      unique: true,
      label: { en: "Keyline deal key", ar: "مفتاح صفقة Keyline" },
      help: { en: "The need it was opened from; written by Keyline", ar: "الاحتياج الذي فُتحت منه؛ يكتبه Keyline" },
    }),
  },
});

/** The key of the deal that a need opens: the need's own for the first, numbered for those after one that was lost. */
export function dealKeyOfNeed(needKey: string, dealsBefore: number): string {
  return dealsBefore === 0 ? needKey : `${needKey}:${dealsBefore + 1}`;
}
