import { unlessUnavailable, type HubSpot } from "../../hubspot/index.ts";

/**
 * The products of deals, by deal id: of the line items that came from the portal's library. A deal without any is not in
 * it; null where the portal, or the token, gives no line items.
 */
export async function readPurchases(hubspot: HubSpot, dealIds: readonly string[]) {
  return unlessUnavailable(async () => {
    const byDeal = await hubspot.associations.read("deals", "line_items", dealIds);
    const ids = [...byDeal.values()].flatMap((items) => items.map(({ id }) => id));
    const items = await hubspot.records("line_items").read(ids, { extra: ["hs_product_id"] });
    const productOf = new Map(items.map(({ id, raw }) => [id, raw["hs_product_id"] || null]));
    return new Map(
      [...byDeal].flatMap(([dealId, own]) => {
        const products = new Set(own.flatMap(({ id }) => productOf.get(id) ?? []));
        return products.size > 0 ? [[dealId, products] as const] : [];
      }),
    );
  });
}
