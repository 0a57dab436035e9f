import { dateIn, periodOf, previousPeriod, momentsOf, type RevenueMonths } from "@keyline/domain";
import type { HubSpot } from "../../hubspot/index.ts";
import type { DealFacts } from "../facts/facts.ts";
import { readDeals } from "../facts/read-deals.ts";
import { sumOf, wonIn } from "../won-deals.ts";

/** The running month and those before it: enough for this fiscal year and the one before. */
const monthsKept = 24;

/** Closed-won deals by the month they were won in, on the portal's clock, in whole minor units; the oldest month first. */
export function revenueByMonth(deals: readonly DealFacts[], timeZone: string, now: Date): RevenueMonths {
  const running = periodOf("month", dateIn(timeZone, now));
  const months: RevenueMonths = {};
  for (let back = monthsKept - 1; back >= 0; back--) {
    const month = previousPeriod(running, back);
    const { from, until } = momentsOf(month, timeZone);
    const won = wonIn(deals, { from: from.getTime(), until: until.getTime() });
    if (won.length > 0) months[month.key] = sumOf(won);
  }
  return months;
}

/** The same for companies that nobody manages yet, read from their deals; null for one that never had a deal. */
export async function readRevenueByMonth(
  hubspot: HubSpot,
  companyIds: readonly string[],
  { currency, timeZone, now }: { currency: string; timeZone: string; now: Date },
): Promise<Map<string, RevenueMonths | null>> {
  const found = await readDeals(hubspot, companyIds, currency);
  return new Map(
    [...found].map(([id, { deals }]) => [id, deals.length > 0 ? revenueByMonth(deals, timeZone, now) : null]),
  );
}
