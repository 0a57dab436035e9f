import {
  accountPlan,
  formatNumber,
  metricNames,
  planStatuses,
  plural,
  unitOfMetric,
  type Language,
  type MetricName,
  type PlainDate,
  type PluralForms,
  type Words,
} from "@keyline/domain";
import { moneyText } from "../money-text.ts";
import type { Change } from "./change.ts";

interface Around {
  readonly language: Language;
  readonly currency: string;
  readonly today: PlainDate;
  /** A person on our side by owner id. */
  nameOf(ownerId: string): string;
}

/** So many names make a sentence; the rest is counted. */
const mostNames = 3;

/** A change as a sentence of one language. */
export function changeWords(change: Change, around: Around): string {
  const { language, nameOf } = around;
  switch (change.kind) {
    case "goal":
      return fromTo(goal, change, around);
    case "budget":
      return fromTo(budget, change, around);
    case "owner":
      return sentence(owner, language, {
        from: change.from ? nameOf(change.from) : nobody[language],
        to: change.to ? nameOf(change.to) : nobody[language],
      });
    case "status":
      return sentence(status, language, { to: planStatuses.label(change.to, language) });
    case "metric":
      return sentence(change.to > change.from ? rose : fell, language, {
        what: metricNames.label(change.metric, language),
        from: metricText(change.metric, change.from, around),
        to: metricText(change.metric, change.to, around),
      });
    case "moved":
      return sentence(moved, language, {
        name: change.name,
        from: dateText(change.from, around),
        to: dateText(change.to, around),
      });
    case "texts":
      return sentence(rewritten, language, {
        names: list(
          change.names.map((name) => accountPlan.fields[name].label[language]),
          language,
        ),
      });
    default:
      return counted(change.names, forms[change.kind], language);
  }
}

/** "2 needs met: Reporting in Arabic and Same-day delivery". */
function counted(names: readonly string[], words: Record<Language, PluralForms>, language: Language): string {
  const shown = names.slice(0, mostNames).map((name) => (language === "ar" ? `«${name}»` : `“${name}”`));
  const more = names.length - shown.length;
  const all = more > 0 ? [...shown, plural(language, more, others[language])] : shown;
  return `${plural(language, names.length, words[language])}: ${list(all, language)}`;
}

function fromTo(
  words: { set: Words; up: Words; down: Words; none: Words },
  { from, to }: { from: number | null; to: number | null },
  around: Around,
): string {
  const filled = { from: moneyText(from ?? 0, around), to: moneyText(to ?? 0, around) };
  const { language } = around;
  if (to === null) return sentence(words.none, language, filled);
  if (from === null) return sentence(words.set, language, filled);
  return sentence(to > from ? words.up : words.down, language, filled);
}

function sentence(words: Words, language: Language, filled: Record<string, string>): string {
  return words[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => filled[name] ?? "");
}

function list(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(parts);
}

function metricText(metric: MetricName, value: number, around: Around): string {
  const unit = unitOfMetric[metric];
  if (unit === "money") return moneyText(value, around);
  const number = formatNumber(around.language, value);
  if (unit !== "percent") return number;
  return around.language === "ar" ? `${number}٪` : `${number}%`;
}

function dateText(date: PlainDate, { language, today }: Around): string {
  const format = new Intl.DateTimeFormat(language === "ar" ? "ar-u-ca-gregory-nu-arab" : "en-GB", {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
    ...(date.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" as const }),
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}

const goal = {
  set: { en: "Goal set to {to}", ar: "حُدِّد الهدف: {to}" },
  up: { en: "Goal raised from {from} to {to}", ar: "رُفع الهدف من {from} إلى {to}" },
  down: { en: "Goal lowered from {from} to {to}", ar: "خُفض الهدف من {from} إلى {to}" },
  none: { en: "Goal of {from} taken away", ar: "أُلغي الهدف {from}" },
};
const budget = {
  set: { en: "Budget set to {to}", ar: "حُدِّدت الميزانية: {to}" },
  up: { en: "Budget raised from {from} to {to}", ar: "رُفعت الميزانية من {from} إلى {to}" },
  down: { en: "Budget lowered from {from} to {to}", ar: "خُفضت الميزانية من {from} إلى {to}" },
  none: { en: "Budget of {from} taken away", ar: "أُلغيت الميزانية {from}" },
};
const owner = { en: "Responsible is now {to}, before {from}", ar: "المسؤول الآن {to}، وكان {from}" };
const nobody = { en: "no one", ar: "لا أحد" };
const status = { en: "The plan is now {to}", ar: "الخطة الآن {to}" };
const rose = { en: "{what} rose from {from} to {to}", ar: "{what}: ارتفاع من {from} إلى {to}" };
const fell = { en: "{what} fell from {from} to {to}", ar: "{what}: انخفاض من {from} إلى {to}" };
const moved = { en: "“{name}” moved from {from} to {to}", ar: "نُقل موعد «{name}» من {from} إلى {to}" };
const rewritten = { en: "Rewritten: {names}", ar: "أُعيدت كتابة: {names}" };
const others = {
  en: { one: "$ more", other: "$ more" },
  ar: { one: "واحد آخر", two: "اثنان آخران", few: "$ أخرى", many: "$ أخرى", other: "$ أخرى" },
};

const need = (en: string, ar: string): Record<Language, PluralForms> => ({
  en: { one: `$ need ${en}`, other: `$ needs ${en}` },
  ar: {
    one: `احتياج واحد ${ar}`,
    two: `احتياجان ${ar}`,
    few: `$ احتياجات ${ar}`,
    many: `$ احتياجًا ${ar}`,
    other: `$ احتياج ${ar}`,
  },
});
const item = (en: string, ar: string): Record<Language, PluralForms> => ({
  en: { one: `$ ${en}`, other: `$ ${en}` },
  ar: { one: `${ar} (١)`, two: `${ar} (٢)`, few: `${ar} ($)`, many: `${ar} ($)`, other: `${ar} ($)` },
});

const forms: Record<Exclude<Extract<Change, { names: string[] }>["kind"], "texts">, Record<Language, PluralForms>> = {
  "needs-met": need("met", "لُبّي"),
  "needs-new": { en: { one: "$ new need", other: "$ new needs" }, ar: need("", "جديد").ar },
  "needs-risk": { en: { one: "$ new high risk", other: "$ new high risks" }, ar: need("", "عالي الخطورة").ar },
  "needs-dropped": need("dropped", "استُبعد"),
  done: item("done", "أُنجز"),
  new: item("new on the roadmap", "جديد في خريطة الطريق"),
  dropped: item("dropped", "استُبعد"),
  late: item("late now", "متأخر الآن"),
  "obstacles-new": item("new in the way", "عقبات جديدة"),
  "obstacles-over": item("no longer in the way", "عقبات زالت"),
};
