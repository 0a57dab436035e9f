import { apiVersion, ask, statusOf } from "./call.ts";
import type { Draft } from "./draft.ts";
import type { Portal } from "./portal.ts";

/** Says which deals HubSpot cannot turn into the account's currency, for want of a rate. */
export async function missingRates(portal: Portal, drafts: readonly Draft[]): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const { properties } of drafts) {
    const code = properties["deal_currency_code"];
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const path = `/settings/currencies/${apiVersion}`;
  try {
    const { id: home } = await ask<{ id: string }>(portal.call, "GET", `${path}/company-currency`);
    const { results } = await ask<{ results: { fromCurrencyCode: string }[] }>(
      portal.call,
      "GET",
      `${path}/exchange-rates/current`,
    );
    const known = new Set([home, ...results.map((rate) => rate.fromCurrencyCode)]);
    return [...counts]
      .filter(([code]) => !known.has(code))
      .map(
        ([code, count]) =>
          `deals: ${count} in ${code}, for which the portal has no exchange rate; their amount in ${home} stays empty until it has one`,
      );
  } catch (error) {
    // Accounts without several currencies refuse the question (403) or have no such page (404).
    if (statusOf(error) === 403 || statusOf(error) === 404) return [];
    throw error;
  }
}
