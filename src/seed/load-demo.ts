import { readFile } from "node:fs/promises";
import { apiVersion, ask, type Call } from "./call.ts";
import { importFiles, type ImportResult } from "./import-files.ts";
import { loadPeople } from "./load-people.ts";

const exported = [
  "companies.csv",
  "contacts.csv",
  "deals.csv",
  "tickets.csv",
  "products.csv",
  "line_items.csv",
  "meetings.csv",
  "calls.csv",
  "feedback_submissions.csv",
];

/** What one unit of the currency is worth in riyals. */
const exchangeRates = { AED: 1.0211, EUR: 4.08, USD: 3.75 };

/**
 * Loads the demo portal as it was before Keyline came: a maker of cooling equipment in Riyadh with its customers, their
 * deals over two years, tickets and answers to surveys. Its "today" is 22 November 2026. The records take the same way
 * as a newcomer's files; people and exchange rates, which no export has, come first. A second run doubles nothing.
 */
export async function loadDemo(call: Call): Promise<ImportResult> {
  await loadPeople(call, await demoText("people.csv"));
  await addExchangeRates(call);
  return loadDemoFiles(call, exported);
}

/** Imports files of the demo, which must not have a single bad row. */
export async function loadDemoFiles(
  call: Call,
  names: readonly string[],
  fill: (text: string) => string = (text) => text,
): Promise<ImportResult> {
  const files = await Promise.all(names.map(async (name) => ({ name, text: fill(await demoText(name)) })));
  const lines: string[] = [];
  const result = await importFiles(call, files, (line) => lines.push(line));
  if (result.skipped.length > 0) throw new Error(`The demo's own files have bad rows:\n${lines.join("\n")}`);
  return result;
}

async function demoText(name: string): Promise<string> {
  return readFile(new URL(`demo/${name}`, import.meta.url), "utf8");
}

async function addExchangeRates(call: Call): Promise<void> {
  const path = `/settings/currencies/${apiVersion}/exchange-rates`;
  const { results } = await ask<{ results: { fromCurrencyCode: string }[] }>(call, "GET", `${path}/current`);
  for (const [fromCurrencyCode, conversionRate] of Object.entries(exchangeRates)) {
    if (results.some((rate) => rate.fromCurrencyCode === fromCurrencyCode)) continue;
    await ask(call, "POST", path, { fromCurrencyCode, conversionRate, effectiveAt: "2024-11-01T00:00:00.000Z" });
  }
}
