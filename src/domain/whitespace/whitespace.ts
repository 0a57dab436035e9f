/** What one account has bought (line items of won deals) and is about to (line items of open deals), by product id. */
export interface Purchases {
  bought: ReadonlySet<string>;
  open: ReadonlySet<string>;
}

export interface WhitespaceRow {
  productId: string;
  state: "bought" | "open" | "never";
  /** How many of the peers bought it. */
  boughtByPeers: number;
  peers: number;
}

/**
 * The portal's products against one account: what it never bought first, and there what most of its peers bought. Products
 * of equal standing keep the library's order.
 */
export function whitespace(
  productIds: readonly string[],
  account: Purchases,
  peers: readonly Purchases[],
): WhitespaceRow[] {
  return productIds
    .map((productId) => ({
      productId,
      state: stateOf(productId, account),
      boughtByPeers: peers.filter(({ bought }) => bought.has(productId)).length,
      peers: peers.length,
    }))
    .sort((one, other) => order[one.state] - order[other.state] || other.boughtByPeers - one.boughtByPeers);
}

/** What to sell next: never bought here, bought by some of the peers. */
export function openings(rows: readonly WhitespaceRow[]): WhitespaceRow[] {
  return rows.filter(({ state, boughtByPeers }) => state === "never" && boughtByPeers > 0);
}

/** Accounts of the same industry and tier. An account of which one of the two is unknown has no peers. */
export function peersOf<A extends { id: string; industry: string | null; tier: string | null }>(
  account: A,
  accounts: readonly A[],
): A[] {
  const { id, industry, tier } = account;
  if (industry === null || tier === null) return [];
  return accounts.filter((other) => other.id !== id && other.industry === industry && other.tier === tier);
}

const order = { never: 0, open: 1, bought: 2 } as const;

/** What is bought stays bought, even when more of it is on the way. */
function stateOf(productId: string, { bought, open }: Purchases): WhitespaceRow["state"] {
  if (bought.has(productId)) return "bought";
  return open.has(productId) ? "open" : "never";
}
