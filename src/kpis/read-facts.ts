import type { WorkingCalendar } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { Facts } from "./facts.ts";
import { readDeals, type DealsOfCompany } from "./read-deals.ts";
import { readOwn } from "./read-own.ts";
import { readPurchases } from "./read-purchases.ts";
import { readAnswers, readTickets } from "./read-tickets-and-answers.ts";

export interface PortalFacts {
  currency: string;
  timeZone: string;
  graceDays: number;
  calendar: WorkingCalendar;
}

/** All facts of one page of companies, read in bulk. */
export async function readFacts(
  hubspot: HubSpot,
  ids: readonly string[],
  portal: PortalFacts,
): Promise<Map<string, Facts>> {
  const [[deals, products], tickets, answers, own] = await Promise.all([
    readDealsWithProducts(hubspot, ids, portal.currency),
    readTickets(hubspot, ids),
    readAnswers(hubspot, ids),
    readOwn(hubspot, ids, portal),
  ]);
  return new Map(
    ids.map((id) => [
      id,
      {
        ...(deals.get(id) ?? { deals: [], referredDeals: [] }),
        ...(own.get(id) ?? { signals: [], checkIns: [], needs: [] }),
        products,
        tickets: tickets && (tickets.get(id) ?? []),
        answers: answers && (answers.get(id) ?? []),
      },
    ]),
  );
}

/** The products of every deal that was won or is open: those of a lost one say nothing. */
async function readDealsWithProducts(hubspot: HubSpot, ids: readonly string[], currency: string) {
  const deals = await readDeals(hubspot, ids, currency);
  const telling = [...deals.values()].flatMap((own: DealsOfCompany) =>
    own.deals.filter(({ standing }) => standing !== "lost").map(({ id }) => id),
  );
  return [deals, await readPurchases(hubspot, telling)] as const;
}
