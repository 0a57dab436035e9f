import { Problem, type ExportAnswer, type ExportQuery } from "@keyline/domain";
import { csvOf } from "./csv.ts";
import type { PortfolioDesk } from "./desk.ts";
import { exportRows } from "./export-rows.ts";
import { chosenFrom, openPage } from "./open-page.ts";

/** Where the file is fetched; the link names the person and the filters. */
export const exportPath = "/exports/portfolio.csv";
const goodForSeconds = 600;

/** A link to the file, for the person who asks and the filters that stand. */
export async function exportPortfolio(desk: PortfolioDesk, query: ExportQuery): Promise<ExportAnswer> {
  const { found } = await chosenOf(desk, query);
  const { caller, portalId } = desk;
  const facts = { ...textsOf(query), portalId, userId: caller.userId, lang: caller.language };
  return { url: desk.linkTo(exportPath, facts, goodForSeconds), goodForSeconds, accounts: found.length };
}

/** The file itself: every account that the filters let through, as it stands when the link is opened. */
export async function portfolioCsv(desk: PortfolioDesk, query: ExportQuery): Promise<string> {
  const { found, facts } = await chosenOf(desk, query);
  const { currency, caller } = desk;
  return csvOf(exportRows(found, { ...facts, currency, language: caller.language }));
}

async function chosenOf(desk: PortfolioDesk, query: ExportQuery) {
  const opened = await openPage(desk);
  if (!("reading" in opened)) return { ...chosenFrom(opened, query, desk.caller.language), facts: opened.facts };
  const words = {
    en: "The accounts are being read. Try again in a moment.",
    ar: "تُقرأ الحسابات الآن. أعد المحاولة بعد قليل.",
  };
  throw new Problem("unavailable", words.en, { words, retryAfterMs: 5_000 });
}

/** The filters as the address of the page has them. */
function textsOf({ lang: _lang, ...filters }: ExportQuery): Record<string, string> {
  const text = (value: ExportQuery[keyof ExportQuery]) =>
    Array.isArray(value) ? value.join(",") : value === true ? "1" : value || "";
  return Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) => (text(value) ? [[name, text(value)]] : [])),
  );
}
