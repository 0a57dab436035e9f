import type { InArabic } from "../catalogue.ts";
import type { serving as english } from "../en/serving.ts";

export const serving: InArabic<typeof english> = {
  needsPlanFor: {
    zero: "لأي احتياج",
    one: "لأي احتياج (بقي واحد)",
    two: "لأي احتياج (بقي اثنان)",
    few: "لأي احتياج (بقي {count})",
    many: "لأي احتياج (بقي {count})",
    other: "لأي احتياج (بقي {count})",
  },
  needsPlanned: "صار لكل احتياج عالي الخطورة مبادرة.",
  needServe: "خطّط مبادرة",
  needServed: "أُضيفت المبادرة إلى خارطة الطريق.",
  needInitiative: "المبادرة",
  needInitiativeHelp: "ما نفعله ليصلوا إلى ما يريدون",
  needInitiativeDue: "تُنجز قبل",
  needInitiativeOwner: "من ينفذها",
  needInitiativeMeasure: "كيف نعرف أنها نجحت",
  needInitiativeSave: "أضفها إلى خارطة الطريق",
};
