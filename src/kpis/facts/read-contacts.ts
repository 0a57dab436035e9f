import { associationLabels, contact, decisionRoleLabelName, type Words } from "@keyline/domain";
import { unlessUnavailable, type Associated, type HubSpot } from "../../hubspot/index.ts";
import { among } from "./among.ts";
import type { Reading } from "./read-facts.ts";

const label: Words | undefined = associationLabels.find(
  ({ name, from, to }) => name === decisionRoleLabelName("economic_buyer") && from === "contacts" && to === "companies",
)?.label;
const economicBuyerLabels = Object.values(label ?? {});

export interface ContactsOfCompanies {
  /** Contact ids by company. */
  ids: ReadonlyMap<string, string[]>;
  /** Companies of which a contact is their economic buyer and has not left. */
  withEconomicBuyer: ReadonlySet<string>;
}

/**
 * The contacts of companies; null where the portal gives none. The role stands as a label between the two, or on the
 * contact. `isCertain` reads every contact; otherwise those with a role are searched for, which costs a call a page.
 */
export async function readContacts(
  hubspot: HubSpot,
  companyIds: readonly string[],
  how: Reading,
): Promise<ContactsOfCompanies | null> {
  return unlessUnavailable(async () => {
    const ties = await hubspot.associations.read("companies", "contacts", companyIds);
    const all = [...ties.values()].flat();
    const labelled = new Set(all.filter(isLabelled).map(({ id }) => id));
    const inRole = await readRoles(hubspot, how.isCertain ? all.map(({ id }) => id) : [...labelled]);
    if (!how.isCertain) for (const [id, role] of await searchRoles(hubspot, companyIds, how)) inRole.set(id, role);
    const isBuyer = (tie: Associated) => {
      const found = inRole.get(tie.id);
      return found !== undefined && !found.hasLeft && (found.isEconomicBuyer || isLabelled(tie));
    };
    return {
      ids: new Map([...ties].map(([id, own]) => [id, [...new Set(own.map((tie) => tie.id))]])),
      withEconomicBuyer: new Set([...ties].filter(([, own]) => own.some(isBuyer)).map(([id]) => id)),
    };
  });
}

interface Role {
  isEconomicBuyer: boolean;
  hasLeft: boolean;
}

const properties = ["am_decision_role", "am_left_on"] as const;

async function readRoles(hubspot: HubSpot, ids: readonly string[]): Promise<Map<string, Role>> {
  const records = await hubspot.records(contact).read(ids, { properties });
  return new Map(records.map(({ id, properties: found }) => [id, roleOf(found)]));
}

async function searchRoles(hubspot: HubSpot, companyIds: readonly string[], how: Reading): Promise<Map<string, Role>> {
  const isBuyer = { property: "am_decision_role", operator: "IN" as const, values: [["economic_buyer" as const]] };
  const found = new Map<string, Role>();
  for (const filter of among("associatedcompanyid", companyIds, how)) {
    for await (const page of hubspot.records(contact).search({ where: [[isBuyer, filter]], properties })) {
      for (const record of page) found.set(record.id, roleOf(record.properties));
    }
  }
  return found;
}

function roleOf(found: { am_decision_role: readonly string[] | null; am_left_on: string | null }): Role {
  return {
    isEconomicBuyer: found.am_decision_role?.includes("economic_buyer") ?? false,
    hasLeft: found.am_left_on !== null,
  };
}

function isLabelled({ types }: Associated): boolean {
  return types.some(({ label: word }) => word !== null && economicBuyerLabels.includes(word));
}
