import {
  accountNeedKey,
  minorOf,
  needOfProduct,
  type Opening,
  type OpeningsSection,
  type WhitespaceRow,
} from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import type { NeedRecord } from "../facts.ts";

/** What an account could still buy, as the room of metrics works it out: the http layer passes it in. */
export interface Whitespace {
  readonly isKnown: boolean;
  readonly peers: number;
  readonly industry: string | null;
  readonly tier: string | null;
  readonly rows: readonly (WhitespaceRow & { readonly name: string; readonly price: number | null })[];
}

/** So many are worth a look; the rest is for the product list. */
const mostOpenings = 8;

/** What to offer next: never bought here, what most peers bought first; with the need that it was made into. */
export function openingsOf(
  whitespace: Whitespace,
  needs: readonly NeedRecord[],
  companyId: string,
  { currency }: Pick<Desk, "currency">,
): OpeningsSection {
  const byKey = new Map(needs.map((need) => [need.properties.need_key, need]));
  const rows = whitespace.rows.filter(({ state }) => state === "never").slice(0, mostOpenings);
  return {
    isKnown: whitespace.isKnown,
    hasPeers: whitespace.peers > 0,
    rows: rows.map(({ productId, name, price, boughtByPeers, peers }): Opening => {
      const need = byKey.get(accountNeedKey(companyId, needOfProduct(productId)));
      return {
        productId,
        name,
        priceMinor: price === null ? null : minorOf(price, currency),
        boughtByPeers,
        peers,
        needKey: need?.properties.need_key ?? null,
        dealId: need?.properties.opened_deal_id ?? null,
      };
    }),
  };
}
