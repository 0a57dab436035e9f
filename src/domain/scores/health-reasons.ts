import { formatNumber, plural, type PluralForms } from "../plural.ts";
import { relationshipWords } from "../vocabulary/people.ts";
import type { Language, Words } from "../words.ts";

/** Why a part of health stands where it stands, with its numbers; one sentence fragment each. */
export function relationship(value: number): Words {
  const word = relationshipWords[Math.min(5, Math.max(1, Math.round(value))) as keyof typeof relationshipWords];
  return {
    en: `Relationship ${formatNumber("en", value)} of 5: ${word.en.toLowerCase()}`,
    ar: `العلاقة ${formatNumber("ar", value)} من ٥: ${word.ar}`,
  };
}

export function satisfaction(percent: number): Words {
  return { en: `Satisfaction at ${percentIn("en", percent)}`, ar: `الرضا عند ${percentIn("ar", percent)}` };
}

export function nps(value: number): Words {
  return { en: `NPS at ${formatNumber("en", value)}`, ar: `صافي الترويج عند ${formatNumber("ar", value)}` };
}

export function attainment(actual: number, expected: number): Words {
  return {
    en: `${percentIn("en", actual)} of the goal reached, ${percentIn("en", Math.round(expected))} expected by now`,
    ar: `تحقق ${percentIn("ar", actual)} من الهدف، والمتوقع حتى الآن ${percentIn("ar", Math.round(expected))}`,
  };
}

export function checkIns(keptPercent: number | null, overdue: number): Words {
  if (overdue > 0) {
    return counted(overdue, {
      en: { one: "$ check-in overdue", other: "$ check-ins overdue" },
      ar: { one: "متابعة واحدة متأخرة", two: "متابعتان متأخرتان", few: "$ متابعات متأخرة", other: "$ متابعة متأخرة" },
    });
  }
  const kept = keptPercent ?? 100;
  return {
    en: `${percentIn("en", kept)} of check-ins kept`,
    ar: `${percentIn("ar", kept)} من المتابعات تمت في موعدها`,
  };
}

export function needs(unmet: number): Words {
  if (unmet === 0) return { en: "No high-risk need unmet", ar: "لا احتياجات عالية الخطورة دون تلبية" };
  return counted(unmet, {
    en: { one: "$ high-risk need unmet", other: "$ high-risk needs unmet" },
    ar: {
      one: "احتياج واحد عالي الخطورة لم يُلبَّ",
      two: "احتياجان عاليا الخطورة لم يُلبَّيا",
      few: "$ احتياجات عالية الخطورة لم تُلبَّ",
      other: "$ احتياجًا عالي الخطورة لم يُلبَّ",
    },
  });
}

export function tickets(open: number): Words {
  if (open === 0) return { en: "No open ticket", ar: "لا تذاكر مفتوحة" };
  return counted(open, {
    en: { one: "$ open ticket", other: "$ open tickets" },
    ar: { one: "تذكرة واحدة مفتوحة", two: "تذكرتان مفتوحتان", few: "$ تذاكر مفتوحة", other: "$ تذكرة مفتوحة" },
  });
}

export function trend(growthPercent: number): Words {
  if (growthPercent === 0) return { en: "Revenue as in the period before", ar: "الإيراد كما في الفترة السابقة" };
  const [en, ar] = growthPercent > 0 ? ["up", "ارتفع"] : ["down", "انخفض"];
  const size = Math.abs(growthPercent);
  return { en: `Revenue ${en} ${percentIn("en", size)}`, ar: `${ar} الإيراد ${percentIn("ar", size)}` };
}

export function daysToNotice(days: number): Words {
  return counted(days, {
    en: { one: "Notice date in $ day, undecided", other: "Notice date in $ days, undecided" },
    ar: {
      zero: "موعد الإشعار اليوم ولا قرار بعد",
      one: "موعد الإشعار غدًا ولا قرار بعد",
      two: "موعد الإشعار بعد يومين ولا قرار بعد",
      few: "موعد الإشعار بعد $ أيام ولا قرار بعد",
      many: "موعد الإشعار بعد $ يومًا ولا قرار بعد",
      other: "موعد الإشعار بعد $ يوم ولا قرار بعد",
    },
  });
}

export function noticePassed(daysAgo: number): Words {
  return counted(daysAgo, {
    en: { one: "Notice date passed $ day ago, undecided", other: "Notice date passed $ days ago, undecided" },
    ar: {
      one: "مضى على موعد الإشعار يوم ولا قرار بعد",
      two: "مضى على موعد الإشعار يومان ولا قرار بعد",
      few: "مضت على موعد الإشعار $ أيام ولا قرار بعد",
      many: "مضى على موعد الإشعار $ يومًا ولا قرار بعد",
      other: "مضى على موعد الإشعار $ يوم ولا قرار بعد",
    },
  });
}

function counted(count: number, forms: Record<Language, PluralForms>): Words {
  return { en: plural("en", count, forms.en), ar: plural("ar", count, forms.ar) };
}

function percentIn(language: Language, value: number): string {
  return language === "ar" ? `${formatNumber("ar", value)}٪` : `${formatNumber("en", value)}%`;
}
