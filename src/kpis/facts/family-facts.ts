import type { Facts } from "./facts.ts";

/**
 * The facts of an account that manages its family: everything that belongs to it or to one below it, each deal, ticket and
 * answer once whichever of them it hangs on. Plans are its own: a subsidiary's is another plan.
 */
export function familyFacts(own: Facts, others: readonly Facts[]): Facts {
  if (others.length === 0) return own;
  const all = [own, ...others];
  return {
    deals: once(all.flatMap(({ deals }) => deals)),
    referredDeals: once(all.flatMap(({ referredDeals }) => referredDeals)),
    products: own.products && new Map(all.flatMap(({ products }) => [...(products ?? [])])),
    tickets: known(all, ({ tickets }) => tickets),
    answers: known(all, ({ answers }) => answers),
    signals: once(all.flatMap(({ signals }) => signals)),
    checkIns: once(all.flatMap(({ checkIns }) => checkIns)),
    needs: once(all.flatMap(({ needs }) => needs)),
    plans: own.plans,
    isEconomicBuyerKnown:
      own.isEconomicBuyerKnown === null ? null : all.some((one) => one.isEconomicBuyerKnown === true),
  };
}

/** What one company's portal does not give, no company's gives. */
function known<T extends { id: string }>(all: readonly Facts[], pick: (facts: Facts) => readonly T[] | null) {
  return pick(all[0] as Facts) && once(all.flatMap((facts) => pick(facts) ?? []));
}

function once<T extends { id: string }>(records: readonly T[]): T[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}
