import type { WorkingCalendar } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { Facts } from "./facts.ts";
import { readDeals } from "./read-deals.ts";
import { readOwn } from "./read-own.ts";
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
  const [deals, tickets, answers, own] = await Promise.all([
    readDeals(hubspot, ids, portal.currency),
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
        tickets: tickets && (tickets.get(id) ?? []),
        answers: answers && (answers.get(id) ?? []),
      },
    ]),
  );
}
