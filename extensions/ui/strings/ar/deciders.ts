import type { InArabic } from "../catalogue.ts";
import type { deciders as english } from "../en/deciders.ts";

export const deciders: InArabic<typeof english> = {
  noContactsText: "لا جهات اتصال لهذه الشركة في HubSpot بعد. أضفها في السجل، ثم حدّد هنا من يقرر.",
  chooseContacts: "جهات اتصال الشركة",
  partOf: "دور {name}",
  peopleAdded: {
    zero: "لم يُضف أحد.",
    one: "أُضيف شخص واحد.",
    two: "أُضيف شخصان.",
    few: "أُضيف {count} أشخاص.",
    many: "أُضيف {count} شخصًا.",
    other: "أُضيف {count} شخص.",
  },
};
