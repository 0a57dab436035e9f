import {
  accountTypes,
  healthBands,
  majorOf,
  planStatuses,
  renewalOutlooks,
  tiers,
  type Language,
  type Words,
} from "@keyline/domain";
import type { Account } from "./account.ts";
import type { Cell } from "./csv.ts";
import type { RowFacts } from "./rows.ts";

interface Facts extends RowFacts {
  readonly currency: string;
  readonly language: Language;
}

interface ExportColumn {
  title: Words;
  cell: (account: Account, facts: Facts) => Cell;
}

const money =
  (of: "recurringMinor" | "toDateMinor" | "goalMinor") =>
  (account: Account, { currency }: Facts): Cell => {
    const minor = account[of];
    return minor === null ? null : majorOf(minor, currency);
  };

/** What the file holds: dates as HubSpot writes them, amounts in major units, words in the reader's language. */
const columns: readonly ExportColumn[] = [
  { title: { en: "Record ID", ar: "رقم السجل" }, cell: ({ id }) => id },
  { title: { en: "Account", ar: "الحساب" }, cell: ({ name }) => name },
  { title: { en: "Type", ar: "النوع" }, cell: ({ type }, { language }) => accountTypes.label(type, language) },
  { title: { en: "Tier", ar: "الفئة" }, cell: ({ tier }, { language }) => tier && tiers.label(tier, language) },
  {
    title: { en: "Health", ar: "السلامة" },
    cell: ({ healthBand }, { language }) => healthBands.label(healthBand, language),
  },
  { title: { en: "Health score", ar: "درجة السلامة" }, cell: ({ healthScore }) => healthScore },
  { title: { en: "Health change", ar: "تغيّر السلامة" }, cell: ({ healthChange }) => healthChange },
  { title: { en: "Goal reached (%)", ar: "المحقق من الهدف (٪)" }, cell: ({ attainment }) => attainment },
  { title: { en: "Next check-in", ar: "المتابعة القادمة" }, cell: ({ nextCheckIn }) => nextCheckIn },
  { title: { en: "Overdue check-ins", ar: "المتابعات المتأخرة" }, cell: ({ overdue }) => overdue },
  {
    title: { en: "Overdue since", ar: "متأخرة منذ" },
    cell: ({ id, overdue: count }, { overdue }) => (count > 0 ? (overdue?.get(id)?.[0] ?? null) : null),
  },
  {
    title: { en: "Plan", ar: "الخطة" },
    cell: ({ planStatus }, { language }) => planStatus && planStatuses.label(planStatus, language),
  },
  { title: { en: "Plan last touched", ar: "آخر تعديل للخطة" }, cell: ({ planTouched }) => planTouched },
  { title: { en: "Recurring revenue", ar: "الإيراد المتكرر" }, cell: money("recurringMinor") },
  { title: { en: "Revenue to date", ar: "الإيراد حتى اليوم" }, cell: money("toDateMinor") },
  { title: { en: "Revenue goal", ar: "هدف الإيراد" }, cell: money("goalMinor") },
  { title: { en: "Currency", ar: "العملة" }, cell: (_account, { currency }) => currency },
  { title: { en: "Notice by", ar: "آخر موعد للإشعار" }, cell: ({ noticeBy }) => noticeBy },
  {
    title: { en: "Renewal", ar: "التجديد" },
    cell: ({ outlook }, { language }) => outlook && renewalOutlooks.label(outlook, language),
  },
  {
    title: { en: "Lead manager", ar: "المدير الرئيسي" },
    cell: ({ leadManagerId }, { personOf }) => (leadManagerId === null ? null : personOf(leadManagerId).name),
  },
  { title: { en: "Link", ar: "الرابط" }, cell: ({ id }, { urlOf }) => urlOf("companies", id) },
];

/** The titles, then a row for each account. */
export function exportRows(accounts: readonly Account[], facts: Facts): Cell[][] {
  const titles = columns.map(({ title }) => title[facts.language]);
  return [titles, ...accounts.map((account) => columns.map(({ cell }) => cell(account, facts)))];
}
