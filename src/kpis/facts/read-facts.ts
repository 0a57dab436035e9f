import type { HubSpot } from "../../hubspot/index.ts";
import type { PortalFacts } from "../portal-facts.ts";
import type { Facts } from "./facts.ts";
import { readContacts } from "./read-contacts.ts";
import { readDeals, type DealsOfCompany } from "./read-deals.ts";
import { readOwn, type MergedIds } from "./read-own.ts";
import { readPurchases } from "./read-purchases.ts";
import { readAnswers, readTickets } from "./read-tickets-and-answers.ts";

/** How to read: what is asked of HubSpot by search is some seconds old. */
export interface Reading {
  /** Reads everything by id, also what a search would have told more cheaply. */
  isCertain: boolean;
  /** The companies are all accounts of a stretch of ids. */
  isRun: boolean;
}

/** All facts of some companies, read in bulk; each company's own, without its family's. */
export async function readFacts(
  hubspot: HubSpot,
  companies: MergedIds,
  portal: PortalFacts,
  how: Reading,
): Promise<Map<string, Facts>> {
  const ids = [...companies.keys()];
  if (ids.length === 0) return new Map();
  const [[deals, products], tickets, [contacts, answers], own] = await Promise.all([
    readDealsWithProducts(hubspot, ids, portal.currency),
    readTickets(hubspot, ids),
    readContactsWithAnswers(hubspot, ids, how),
    readOwn(hubspot, companies, portal, how),
  ]);
  return new Map(
    ids.map((id) => [
      id,
      {
        ...(deals.get(id) ?? { deals: [], referredDeals: [] }),
        ...(own.get(id) ?? { signals: [], checkIns: [], needs: [], plans: [] }),
        products,
        tickets: tickets && (tickets.get(id) ?? []),
        answers: answers && (answers.get(id) ?? []),
        isEconomicBuyerKnown: contacts && contacts.withEconomicBuyer.has(id),
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

async function readContactsWithAnswers(hubspot: HubSpot, ids: readonly string[], how: Reading) {
  const contacts = await readContacts(hubspot, ids, how);
  return [contacts, contacts && (await readAnswers(hubspot, contacts.ids))] as const;
}
