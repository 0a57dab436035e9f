import { industryText, plural, type Language, type PlainDate } from "@keyline/domain";
import { moneyText } from "../money-text.ts";
import type { DealGlance } from "./read-deals.ts";

interface Known {
  readonly raw: Readonly<Record<string, string | null>>;
  readonly deals: readonly DealGlance[];
  readonly currency: string;
  readonly today: PlainDate;
}

/** What HubSpot knows of an account, in sentences of one language; what it does not know is left out. */
export function snapshotWords(known: Known, language: Language): string {
  return [profileWords(known, language), wonWords(known, language), openWords(known, language)]
    .filter(Boolean)
    .join(" ");
}

function profileWords({ raw }: Known, language: Language): string {
  const people = Number(raw["numberofemployees"]);
  const parts = [
    raw["industry"] && industryText(raw["industry"], language),
    people > 0 && plural(language, people, employees[language]),
    [raw["city"], raw["country"]].filter(Boolean).join(language === "ar" ? "، " : ", "),
  ].filter(Boolean);
  return parts.length === 0 ? "" : `${parts.join(language === "ar" ? "، " : ", ")}.`;
}

function wonWords({ deals, currency, today }: Known, language: Language): string {
  const won = deals.filter(({ standing }) => standing === "won");
  const last = won
    .filter(({ closesOn }) => closesOn !== null)
    .toSorted(byClose)
    .at(-1);
  if (won.length === 0) return "";
  const count = plural(language, won.length, wonDeals[language]);
  const sum = money(won, currency, language);
  if (!last?.closesOn) return language === "ar" ? ended(`${count} بقيمة ${sum}`) : `${count}, worth ${sum}.`;
  const day = dateText(last.closesOn, today, language);
  return language === "ar"
    ? `${count} بقيمة ${sum}، آخرها «${last.name}» في ${day}.`
    : `${count}, worth ${sum}, the last one “${last.name}” on ${day}.`;
}

function openWords({ deals, currency }: Known, language: Language): string {
  const open = deals.filter(({ standing }) => standing === "open");
  if (open.length === 0) return "";
  const count = plural(language, open.length, openDeals[language]);
  const sum = money(open, currency, language);
  return language === "ar" ? ended(`${count} بقيمة ${sum}`) : `${count}, worth ${sum}.`;
}

/** With its full stop, once: "ر.س." ends with one, behind which stands a mark of direction. */
function ended(sentence: string): string {
  return /\.[\u200e\u200f\u061c]*$/.test(sentence) ? sentence : `${sentence}.`;
}

function money(deals: readonly DealGlance[], currency: string, language: Language): string {
  const minor = deals.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0);
  return moneyText(minor, { language, currency });
}

function dateText(date: PlainDate, today: PlainDate, language: Language): string {
  const isThisYear = date.slice(0, 4) === today.slice(0, 4);
  const format = new Intl.DateTimeFormat(language === "ar" ? "ar-u-ca-gregory-nu-arab" : "en-GB", {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
    ...(isThisYear ? {} : { year: "numeric" as const }),
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}

function byClose(one: DealGlance, other: DealGlance): number {
  return (one.closesOn ?? "") < (other.closesOn ?? "") ? -1 : 1;
}

const employees = {
  en: { one: "$ person", other: "$ people" },
  ar: { one: "موظف واحد", two: "موظفان", few: "$ موظفين", many: "$ موظفًا", other: "$ موظف" },
};
const wonDeals = {
  en: { one: "$ deal won", other: "$ deals won" },
  ar: {
    one: "صفقة رابحة واحدة",
    two: "صفقتان رابحتان",
    few: "$ صفقات رابحة",
    many: "$ صفقة رابحة",
    other: "$ صفقة رابحة",
  },
};
const openDeals = {
  en: { one: "$ deal open", other: "$ deals open" },
  ar: {
    one: "صفقة مفتوحة واحدة",
    two: "صفقتان مفتوحتان",
    few: "$ صفقات مفتوحة",
    many: "$ صفقة مفتوحة",
    other: "$ صفقة مفتوحة",
  },
};
