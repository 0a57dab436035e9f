import { majorOf, metricNames, plural, type Brief, type Language, type News, type PlainDate } from "@keyline/domain";
import { countWords, dateWords, moneyWords, type Line } from "./words.ts";

/**
 * News as lines for a task's body. A task stays as it was written, so it says on which day something began, and never for
 * how many days it has lasted.
 */
export function newsLines({ news, moreNews }: Brief, today: PlainDate, language: Language): (string | Line)[] {
  const lines = news.map((item) => ({ text: newsWords(item, today, language), url: linkOf(item) }));
  return moreNews === 0 ? lines : [...lines, plural(language, moreNews, more[language])];
}

const more = {
  en: { other: "and $ more" },
  ar: {
    one: "وخبر آخر",
    two: "وخبران آخران",
    few: "و$ أخبار أخرى",
    many: "و$ خبرًا آخر",
    other: "و$ خبر آخر",
  },
};

function newsWords(item: News, today: PlainDate, language: Language): string {
  const isArabic = language === "ar";
  const day = "on" in item ? dateWords(item.on, today, language) : "";
  switch (item.kind) {
    case "deal-won":
      return isArabic ? `كسبنا ${dealWords(item, "ar")} يوم ${day}` : `Won ${dealWords(item, "en")} on ${day}`;
    case "deal-lost":
      return isArabic ? `خسرنا ${dealWords(item, "ar")} يوم ${day}` : `Lost ${dealWords(item, "en")} on ${day}`;
    case "deal-opened":
      return isArabic
        ? `صفقة جديدة ${dealWords(item, "ar")} فُتحت يوم ${day}`
        : `New deal ${dealWords(item, "en")}, opened on ${day}`;
    case "ticket-open": {
      const since = dateWords(item.openedOn, today, language);
      return isArabic
        ? `تذكرة «${item.ticket.name}» مفتوحة منذ ${since}`
        : `Ticket “${item.ticket.name}” open since ${since}`;
    }
    case "ticket-closed":
      return isArabic
        ? `أُغلقت تذكرة «${item.ticket.name}» يوم ${day}`
        : `Ticket “${item.ticket.name}” closed on ${day}`;
    case "number-changed":
      return numberWords(item, language);
  }
}

/** “Line 4 upgrade” (SAR 90,000). */
function dealWords(item: Extract<News, { deal: unknown }>, language: Language): string {
  const name = language === "ar" ? `«${item.deal.name}»` : `“${item.deal.name}”`;
  if (item.amountMinor === null) return name;
  return `${name} (${moneyWords(majorOf(item.amountMinor, item.currency), item.currency, language)})`;
}

/** “Satisfaction 61 %, was 70 %”. */
function numberWords({ number, now, before }: Extract<News, { kind: "number-changed" }>, language: Language): string {
  const isArabic = language === "ar";
  const goal = isArabic ? "تحقيق الهدف" : "Goal reached";
  const name = number === "goal_attainment" ? goal : metricNames.label(number, language);
  const value = (count: number) => {
    const words = countWords(count, language);
    if (number === "nps") return words;
    return isArabic ? `${words}٪` : `${words} %`;
  };
  return isArabic ? `${name} ${value(now)} بعد أن كان ${value(before)}` : `${name} ${value(now)}, was ${value(before)}`;
}

function linkOf(item: News): string | null {
  if ("deal" in item) return item.deal.url;
  return "ticket" in item ? item.ticket.url : null;
}
