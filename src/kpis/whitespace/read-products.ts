import { unlessUnavailable, type HubSpot } from "../../hubspot/index.ts";

export interface Product {
  id: string;
  name: string;
  sku: string | null;
  /** The unit price of the library, in major units of the portal's currency. */
  price: number | null;
}

const rememberMs = 10 * 60_000;
const known = new WeakMap<HubSpot, { until: number; products: Promise<Product[] | null> }>();

/** The portal's library of products in the order of their ids, remembered for ten minutes; null where it gives none. */
export function readProducts(hubspot: HubSpot, now: () => number = Date.now): Promise<Product[] | null> {
  const stood = known.get(hubspot);
  if (stood && stood.until > now()) return stood.products;
  const products = unlessUnavailable(() => listProducts(hubspot));
  known.set(hubspot, { until: now() + rememberMs, products });
  products.catch(() => known.delete(hubspot));
  return products;
}

async function listProducts(hubspot: HubSpot): Promise<Product[]> {
  const products: Product[] = [];
  for await (const page of hubspot.records("products").list({ extra: ["name", "hs_sku", "price"] })) {
    products.push(...page.map(({ id, raw }) => ({ id, name: raw["name"] || id, ...detailsOf(raw) })));
  }
  return products;
}

function detailsOf(raw: Readonly<Record<string, string | null>>): Pick<Product, "sku" | "price"> {
  const price = Number(raw["price"]);
  return { sku: raw["hs_sku"] || null, price: raw["price"] && Number.isFinite(price) ? price : null };
}
