import type { DealFacts, ProductsByDeal } from "../facts/facts.ts";

/** The products of an account in the order of their ids: of won deals, and of open ones. */
export function productsOf(
  deals: readonly DealFacts[],
  products: ProductsByDeal,
): { bought: string[]; open: string[] } {
  const inDeals = (standing: DealFacts["standing"]) => {
    const found = deals.filter((deal) => deal.standing === standing).flatMap(({ id }) => [...(products.get(id) ?? [])]);
    return [...new Set(found)].sort((one, other) => Number(one) - Number(other));
  };
  return { bought: inDeals("won"), open: inDeals("open") };
}
