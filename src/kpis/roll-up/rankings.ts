import type { Ranking } from "./rank-accounts.ts";

/**
 * Rankings of all accounts until the last one is known. It is all that a pass holds of a whole portal, so that they are
 * packed: 56 bytes each, some 6 MB for 100,000 accounts.
 */
export interface Rankings extends Iterable<Ranking> {
  add(some: readonly Ranking[]): void;
}

export function openRankings(): Rankings {
  const blocks: Float64Array[] = [];
  return {
    add: (some) => void blocks.push(Float64Array.from(some.flatMap(packed))),
    *[Symbol.iterator]() {
      for (const block of blocks) {
        for (let at = 0; at < block.length; at += columns) yield unpacked(block.subarray(at, at + columns));
      }
    },
  };
}

const columns = 7;
const pack = (value: number | null) => value ?? NaN;
const unpack = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);

function packed(one: Ranking): number[] {
  const { id, revenue, rank, am_growth_potential, am_resources, am_standing, am_new_markets } = one;
  return [Number(id), ...[revenue, rank, am_growth_potential, am_resources, am_standing, am_new_markets].map(pack)];
}

function unpacked([id, ...values]: Float64Array): Ranking {
  const [revenue = null, rank = null, growth = null, resources = null, standing = null, markets = null] =
    values.map(unpack);
  return {
    id: String(id),
    revenue,
    rank,
    am_growth_potential: growth,
    am_resources: resources,
    am_standing: standing,
    am_new_markets: markets,
  };
}
