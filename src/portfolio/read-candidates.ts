import { company, isManaged, type RevenueMonths } from "@keyline/domain";
import type { Filter, HubSpot, Rec } from "../hubspot/index.ts";
import { readRevenueByMonth } from "../kpis/index.ts";

/** A company that nobody manages, as far as choosing it goes. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string | null;
  /** Judged from 1 to 5; null where nobody has. */
  readonly growthPotential: number | null;
  readonly resources: number | null;
  readonly standing: number | null;
  readonly newMarkets: number | null;
  /** Null for a company that never had a deal, and for all when deals could not be read. */
  readonly months: RevenueMonths | null;
}

export interface Candidates {
  readonly companies: readonly Candidate[];
  readonly knowsRevenue: boolean;
  /** There are more with deals than were looked at. */
  readonly isCut: boolean;
  readonly asOf: number;
}

type Company = (typeof company)["fields"];
type CompanyRecord = Rec<Company>;

const factors = ["am_growth_potential", "am_standing", "am_new_markets", "am_resources"] as const;
const wanted = {
  properties: [...factors, "am_account_type", "am_rhythm", "am_managed_under"] as const,
  extra: ["name", "hubspot_owner_id"] as const,
};
const noRhythm: Filter<Company> = { property: "am_rhythm", operator: "NOT_HAS_PROPERTY" };
/** Who was judged, whatever else: a company without a type but with a rhythm is managed by nobody either. */
const judged: Filter<Company>[][] = [
  ...factors.map((property): Filter<Company>[] => [noRhythm, { property, operator: "HAS_PROPERTY" }]),
  [
    { property: "am_account_type", operator: "NOT_HAS_PROPERTY" },
    { property: "am_rhythm", operator: "HAS_PROPERTY" },
  ],
];
const withDeals: Filter<Company>[] = [noRhythm, { property: "num_associated_deals", operator: "GT", value: 0 }];
/** More than people look through; each costs its deals. */
const mostJudged = 1_000;
const mostWithDeals = 400;

/**
 * Companies worth a look: those that somebody judged, and those with the most deals. Subsidiaries that are managed under
 * their parent are not among them.
 */
export async function readCandidates(
  hubspot: HubSpot,
  place: { currency: string; timeZone: string; now: () => Date },
): Promise<Candidates> {
  const now = place.now();
  const records = hubspot.records(company);
  const [ofJudged, ofDeals, counted] = await Promise.all([
    all(records.search({ where: judged, ...wanted, limit: mostJudged })),
    all(
      records.search({
        where: [withDeals],
        ...wanted,
        sort: { by: "num_associated_deals", descending: true },
        limit: mostWithDeals,
      }),
    ),
    records.count([withDeals]),
  ]);
  const found = new Map([...ofJudged, ...ofDeals].filter(isFree).map((record) => [record.id, record]));
  const revenue = await readRevenueByMonth(hubspot, [...found.keys()], { ...place, now }).catch(() => null);
  return {
    companies: [...found.values()].map((record) => candidateOf(record, revenue?.get(record.id) ?? null)),
    knowsRevenue: revenue !== null,
    isCut: counted > ofDeals.length,
    asOf: now.getTime(),
  };
}

function isFree({ properties }: CompanyRecord): boolean {
  return !isManaged(properties) && !properties.am_managed_under;
}

function candidateOf({ id, raw, properties: of }: CompanyRecord, months: RevenueMonths | null): Candidate {
  return {
    id,
    name: raw["name"] || id,
    ownerId: raw["hubspot_owner_id"] || null,
    growthPotential: of.am_growth_potential,
    resources: of.am_resources,
    standing: of.am_standing,
    newMarkets: of.am_new_markets,
    months,
  };
}

async function all(pages: AsyncGenerator<CompanyRecord[]>): Promise<CompanyRecord[]> {
  const found: CompanyRecord[] = [];
  for await (const page of pages) found.push(...page);
  return found;
}
