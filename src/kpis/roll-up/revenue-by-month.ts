import { dateIn, type RevenueMonths } from "@keyline/domain";
import type { HubSpot } from "../../hubspot/index.ts";
import type { DealFacts } from "../facts/facts.ts";
import { readDeals } from "../facts/read-deals.ts";
import { lastMonths, type MonthSpan } from "../span.ts";
import { sumOf, wonIn } from "../won-deals.ts";

/** The running month and those before it: enough for this fiscal year and the one before. */
export const monthsOfRevenue = 24;

/** Closed-won deals by the month they were won in, on the portal's clock, in whole minor units; the oldest month first. */
export function revenueByMonth(deals: readonly DealFacts[], months: readonly MonthSpan[]): RevenueMonths {
  return Object.fromEntries(
    months.flatMap((month) => {
      const won = wonIn(deals, month);
      return won.length > 0 ? [[month.key, sumOf(won)]] : [];
    }),
  );
}

/** The same for companies that nobody manages yet, read from their deals; null for one that never had a deal. */
export async function readRevenueByMonth(
  hubspot: HubSpot,
  companyIds: readonly string[],
  { currency, timeZone, now }: { currency: string; timeZone: string; now: Date },
): Promise<Map<string, RevenueMonths | null>> {
  const found = await readDeals(hubspot, companyIds, currency);
  const months = lastMonths(monthsOfRevenue, dateIn(timeZone, now), timeZone);
  return new Map([...found].map(([id, { deals }]) => [id, deals.length > 0 ? revenueByMonth(deals, months) : null]));
}
