import type { InArabic } from "../catalogue.ts";
import type { families as english } from "../en/families.ts";

export const families: InArabic<typeof english> = {
  coveredBy: "تُدار ضمن {parent}: خطتها تشمل هذه الشركة.",
  coversFamily: "تشمل {names}",
  familyMore: {
    zero: "لا غير",
    one: "واحدة أخرى",
    two: "اثنتان أخريان",
    few: "{count} أخرى",
    many: "{count} أخرى",
    other: "{count} أخرى",
  },
  familyCompany: "الشركة",
  familyAll: "الكل",
  familyNeedFor: "احتياج أي شركة هو؟",
  familyNeedsLeftOut: {
    zero: "كل احتياجات هذه الشركات معروضة.",
    one: "احتياج أقدم لهذه الشركات لا يظهر هنا: افتح سجل الشركة نفسها.",
    two: "احتياجان أقدم لهذه الشركات لا يظهران هنا: افتح سجل الشركة نفسها.",
    few: "{count} احتياجات أقدم لهذه الشركات لا تظهر هنا: افتح سجل الشركة نفسها.",
    many: "{count} احتياجًا أقدم لهذه الشركات لا تظهر هنا: افتح سجل الشركة نفسها.",
    other: "{count} احتياج أقدم لهذه الشركات لا يظهر هنا: افتح سجل الشركة نفسها.",
  },
};
