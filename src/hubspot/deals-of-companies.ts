import { associationLabels } from "@keyline/domain";
import type { Associated, Associations } from "./associations.ts";

/** HubSpot's own label of the main company of a deal, from either side (npm: AssociationTypes). */
const primaryFromDeal = 5;
const primaryFromCompany = 6;
const referral = associationLabels.find(({ name }) => name === "keyline_referred_by");
const referredBy: readonly string[] = [
  ...Object.values(referral?.label ?? {}),
  ...Object.values(referral?.inverse ?? {}),
];

/** The ids of a company's own deals, and of those that it brought in. */
export interface DealsOf {
  own: string[];
  referred: string[];
}

/** The deals of companies, not yet sorted by whose they are: their records can be read in the meantime. */
export interface DealTies {
  /** Of every deal that hangs on any of the companies. */
  ids: string[];
  /** Each deal under its primary company; without one, under every company it hangs on. */
  byCompany(): Promise<Map<string, DealsOf>>;
}

export async function readDealTies(associations: Associations, companyIds: readonly string[]): Promise<DealTies> {
  return dealTies(associations, await associations.read("companies", "deals", companyIds));
}

/** Of ties that were read already, by company. */
export function dealTies(associations: Associations, found: ReadonlyMap<string, readonly Associated[]>): DealTies {
  const ties = [...found.values()].flat();
  return {
    ids: [...new Set(ties.map(({ id }) => id))],
    async byCompany() {
      // Whether another company is the primary one is asked only for deals that do not say that this one is.
      const doubtful = ties.filter((tie) => !isTied(tie, primaryFromCompany)).map(({ id }) => id);
      const companies = await associations.read("deals", "companies", doubtful);
      const hasPrimary = (id: string) => (companies.get(id) ?? []).some((tie) => isTied(tie, primaryFromDeal));
      return new Map([...found].map(([companyId, own]) => [companyId, dealsOf(own, hasPrimary)]));
    },
  };
}

function dealsOf(ties: readonly Associated[], hasPrimary: (dealId: string) => boolean): DealsOf {
  const deals: DealsOf = { own: [], referred: [] };
  for (const tie of joined(ties)) {
    const isReferrer = tie.types.some(({ label }) => label !== null && referredBy.includes(label));
    if (isReferrer) deals.referred.push(tie.id);
    if (isTied(tie, primaryFromCompany) || (!isReferrer && !hasPrimary(tie.id))) deals.own.push(tie.id);
  }
  return deals;
}

/** A record that comes several times, once for each label, is one. */
function joined(ties: readonly Associated[]): Associated[] {
  const byId = new Map<string, Associated>();
  for (const { id, types } of ties) byId.set(id, { id, types: [...(byId.get(id)?.types ?? []), ...types] });
  return [...byId.values()];
}

function isTied({ types }: Associated, typeId: number): boolean {
  return types.some((type) => type.category === "HUBSPOT_DEFINED" && type.typeId === typeId);
}
