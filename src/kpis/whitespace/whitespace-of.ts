import {
  accountProducts,
  company,
  Problem,
  whitespace,
  type Purchases,
  type Tier,
  type WhitespaceRow,
} from "@keyline/domain";
import type { HubSpot } from "../../hubspot/index.ts";
import { readProducts, type Product } from "./read-products.ts";

/** One product of the portal's library against one account. Peers are the managed accounts of its industry and tier. */
export interface AccountWhitespaceRow extends WhitespaceRow, Omit<Product, "id"> {}

export interface AccountWhitespace {
  companyId: string;
  /** HubSpot's internal value, such as `FOOD_PRODUCTION`; null makes that the account has no peers. */
  industry: string | null;
  tier: Tier | null;
  /** How many accounts of the same industry and tier there are, this one not counted. */
  peers: number;
  /** False: the account was never recalculated, or the portal gives no line items. Then there are no rows. */
  isKnown: boolean;
  /** Never bought first, and there what most peers bought; then those in open deals; then the bought ones. */
  rows: AccountWhitespaceRow[];
}

/**
 * What an account could still buy: the products of the portal's library, each bought (line items of won deals), open (in
 * open deals) or never, and beside it how many of its peers bought it. For an account that manages its family, what the
 * family bought. Two calls in sequence: the company beside the products (those are remembered for ten minutes), then its
 * peers; more than 200 peers take a call for each 200. `openings(rows)` of the domain picks what to offer next.
 *
 * What each account bought stands on its company (`am_products`) since it was last recalculated, so that nobody reads
 * the deals of all peers for one card.
 *
 * @throws Problem `not-found` when there is no such company
 */
export async function whitespaceOf(hubspot: HubSpot, companyId: string): Promise<AccountWhitespace> {
  const properties = ["am_tier", "am_products"] as const;
  const [record, products] = await Promise.all([
    hubspot.records(company).readOne(companyId, { properties, extra: ["industry"] }),
    readProducts(hubspot),
  ]);
  if (!record) throw noCompany(companyId);
  const industry = record.raw["industry"] || null;
  const tier = record.properties.am_tier;
  const own = purchasesIn(record.properties.am_products);
  const isKnown = own !== null && products !== null;
  const others = isKnown ? await readPeers(hubspot, record.id, industry, tier) : [];
  const known = new Map((products ?? []).map((product) => [product.id, product]));
  const rows = own === null ? [] : whitespace([...known.keys()], own, others);
  return {
    companyId: record.id,
    industry,
    tier,
    peers: others.length,
    isKnown,
    rows: rows.flatMap((row) => {
      const product = known.get(row.productId);
      return product ? [{ ...row, name: product.name, sku: product.sku, price: product.price }] : [];
    }),
  };
}

/** An account of which industry or tier is unknown has no peers. */
async function readPeers(hubspot: HubSpot, companyId: string, industry: string | null, tier: Tier | null) {
  if (industry === null || tier === null) return [];
  const where = [
    [
      { property: "industry", operator: "EQ" as const, value: industry },
      { property: "am_tier", operator: "EQ" as const, value: tier },
      { property: "am_account_type", operator: "HAS_PROPERTY" as const },
      { property: "am_rhythm", operator: "HAS_PROPERTY" as const },
    ],
  ];
  const found: Purchases[] = [];
  for await (const page of hubspot.records(company).search({ where, properties: ["am_products"] })) {
    const peers = page.filter(({ id }) => id !== companyId);
    found.push(...peers.map(({ properties }) => purchasesIn(properties.am_products) ?? nothing));
  }
  return found;
}

const nothing: Purchases = { bought: new Set(), open: new Set() };

/** Null where nothing was worked out yet, and where somebody else wrote into the property. */
function purchasesIn(text: string | null): Purchases | null {
  try {
    const kept = accountProducts.read(text);
    return kept && { bought: new Set(kept.bought), open: new Set(kept.open) };
  } catch {
    return null;
  }
}

function noCompany(id: string): Problem {
  return new Problem("not-found", `There is no company ${id} in this HubSpot account.`, {
    words: { en: "HubSpot no longer has this company.", ar: "لم تعد هذه الشركة موجودة في HubSpot." },
  });
}
