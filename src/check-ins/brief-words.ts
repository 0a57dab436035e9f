import {
  newsSources,
  renewalOutlooks,
  type Brief,
  type Language,
  type PlainDate,
  type Promised,
  type Question,
  type Words,
} from "@keyline/domain";
import { newsLines } from "./news-words.ts";
import { dateWords, list, listWords, paragraph, title, type Line } from "./words.ts";

const titles = {
  news: { en: "Since then", ar: "منذ ذلك الحين" },
  firstNews: { en: "In the last 90 days", ar: "في آخر ٩٠ يومًا" },
  askAbout: { en: "Ask about", ar: "اسأل عن" },
  promised: { en: "Promised", ar: "ما وُعد به" },
} satisfies Record<string, Words>;

/** A brief as HTML for a task's body, in one person's language. A renewal that is near leads it. */
export function briefWords(brief: Brief, today: PlainDate, language: Language): string {
  const isRenewal = ({ kind }: Question) => kind === "renewal";
  const lineOf = (item: Question): Line => ({ text: questionWords(item, today, language), url: linkOf(item) });
  const promises = brief.promised.map((item) => promiseWords(item, today, language));
  const parts = [
    ...brief.askAbout.filter(isRenewal).map((item) => title(questionWords(item, today, language))),
    sinceWords(brief.since, today, language),
    list(titles[brief.since ? "news" : "firstNews"][language], newsLines(brief, today, language)),
    list(titles.askAbout[language], brief.askAbout.filter((item) => !isRenewal(item)).map(lineOf)),
    list(titles.promised[language], promises),
    paragraph(sourceWords(brief, language)),
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

const sources = {
  deals: { en: "deals", ar: "صفقاتها" },
  tickets: { en: "tickets", ar: "تذاكرها" },
  others: [
    { en: "numbers", ar: "أرقامها" },
    { en: "needs", ar: "احتياجاتها" },
    { en: "objectives", ar: "أهدافها" },
    { en: "renewal", ar: "تجديدها" },
    { en: "earlier check-ins", ar: "متابعاتها السابقة" },
  ],
};

/** What it was built from; what cannot be read here is not claimed. */
function sourceWords({ unread }: Brief, language: Language): string {
  const read = newsSources.filter((source) => !unread.includes(source)).map((source) => sources[source]);
  const names = listWords(
    [...read, ...sources.others].map((words) => words[language]),
    language,
  );
  return language === "ar" ? `أُعدّ مما هو مسجل للشركة: ${names}.` : `Built from the company's ${names}.`;
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

function linkOf(item: Question): string | null {
  if (item.kind === "need") return item.need.url;
  if (item.kind === "objective") return item.objective.url;
  return item.kind === "obstacle" ? item.obstacle.url : null;
}

function promiseWords(item: Promised, today: PlainDate, language: Language): string {
  const isArabic = language === "ar";
  const by = item.by ? (isArabic ? "حتى " : "by ") + dateWords(item.by, today, language) : "";
  const notes = [item.who ?? "", by].filter(Boolean).join(isArabic ? "، " : ", ");
  return notes ? `${item.what} – ${notes}` : item.what;
}
