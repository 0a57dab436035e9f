import {
  renewalOutlooks,
  type Brief,
  type Language,
  type News,
  type PlainDate,
  type Promised,
  type Question,
  type Words,
} from "@keyline/domain";
import { countWords, dateWords, list, paragraph } from "./words.ts";

const titles = {
  news: { en: "Since then", ar: "منذ ذلك الحين" },
  askAbout: { en: "Ask about", ar: "اسأل عن" },
  promised: { en: "Promised", ar: "ما وُعد به" },
  builtFrom: {
    en: "Built from the company's needs, objectives, renewal and earlier check-ins.",
    ar: "أُعدّ من احتياجات الشركة وأهدافها وتجديدها ومتابعاتها السابقة.",
  },
} satisfies Record<string, Words>;

/** A brief as HTML for a task's body, in one person's language. */
export function briefWords(brief: Brief, today: PlainDate, language: Language): string {
  const parts = [
    sinceWords(brief.since, today, language),
    list(
      titles.news[language],
      brief.news.map((item) => newsWords(item, today, language)),
    ),
    list(
      titles.askAbout[language],
      brief.askAbout.map((item) => questionWords(item, today, language)),
    ),
    list(
      titles.promised[language],
      brief.promised.map((item) => promiseWords(item, today, language)),
    ),
    paragraph(titles.builtFrom[language]),
  ];
  return parts.join("");
}

function sinceWords(since: PlainDate | null, today: PlainDate, language: Language): string {
  if (since === null) {
    return paragraph(language === "ar" ? "هذه أول متابعة مع هذا الحساب." : "The first check-in with this account.");
  }
  const day = dateWords(since, today, language);
  return paragraph(language === "ar" ? `آخر متابعة: ${day}.` : `Last check-in: ${day}.`);
}

function newsWords(item: News, today: PlainDate, language: Language): string {
  const isArabic = language === "ar";
  const day = "on" in item ? dateWords(item.on, today, language) : "";
  switch (item.kind) {
    case "deal-won":
      return isArabic ? `فزنا بصفقة «${item.deal.name}» في ${day}` : `Won “${item.deal.name}” on ${day}`;
    case "deal-lost":
      return isArabic ? `خسرنا صفقة «${item.deal.name}» في ${day}` : `Lost “${item.deal.name}” on ${day}`;
    case "deal-opened":
      return isArabic ? `صفقة جديدة «${item.deal.name}» في ${day}` : `New deal “${item.deal.name}” on ${day}`;
    case "ticket-open": {
      const days = countWords(item.days, language);
      return isArabic
        ? `تذكرة «${item.ticket.name}» مفتوحة منذ ${days} يوم`
        : `Ticket “${item.ticket.name}” open for ${days} days`;
    }
    case "ticket-closed":
      return isArabic ? `أُغلقت تذكرة «${item.ticket.name}» في ${day}` : `Ticket “${item.ticket.name}” closed on ${day}`;
    case "satisfaction-changed": {
      const [now, before] = [countWords(item.percent, language), countWords(item.before, language)];
      return isArabic ? `الرضا ${now}٪ بعد ${before}٪` : `Satisfaction ${now} %, was ${before} %`;
    }
  }
}

function questionWords(item: Question, today: PlainDate, language: Language): string {
  const isArabic = language === "ar";
  switch (item.kind) {
    case "renewal": {
      const by = item.noticeBy ? dateWords(item.noticeBy, today, language) : "";
      const outlook = item.outlook ? ` (${renewalOutlooks.label(item.outlook, language)})` : "";
      const text = isArabic ? "تجديد العقد" : "The renewal";
      return `${text}${by ? (isArabic ? `، الإشعار حتى ${by}` : `, notice by ${by}`) : ""}${outlook}`;
    }
    case "need": {
      const high = item.isHighRisk ? (isArabic ? "خطورة عالية" : "high risk") : "";
      const open = item.isConfirmed ? "" : isArabic ? "غير مؤكد" : "unconfirmed";
      const marks = [high, open].filter(Boolean).join(isArabic ? "، " : ", ");
      return marks ? `${item.need.name} (${marks})` : item.need.name;
    }
    case "objective": {
      const due = item.due ? dateWords(item.due, today, language) : "";
      return due ? `${item.objective.name} (${isArabic ? `مستحق ${due}` : `due ${due}`})` : item.objective.name;
    }
    case "obstacle":
      return item.obstacle.name;
  }
}

function promiseWords(item: Promised, today: PlainDate, language: Language): string {
  const isArabic = language === "ar";
  const by = item.by ? (isArabic ? "حتى " : "by ") + dateWords(item.by, today, language) : "";
  const notes = [item.who ?? "", by].filter(Boolean).join(isArabic ? "، " : ", ");
  return notes ? `${item.what} – ${notes}` : item.what;
}
