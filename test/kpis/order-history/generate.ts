/** One deal of a made-up order history, as the outside world knows it. */
export interface Order {
  name: string;
  /** Positions in the list of companies; the first one is the main one. */
  companies: number[];
  amount: string | null;
  /** Null: the portal's own. */
  currency: string | null;
  /** UTC; null: without a close date. */
  closedAt: string | null;
  /** One of `waves`. */
  createdAt: string;
  /** What the loader writes for it: a date, milliseconds, or ISO. */
  closedAs: string | null;
  type: "newbusiness" | "existingbusiness" | null;
  stage: "won" | "lost" | "open";
  pipeline: 0 | 1;
  /** How the loader ties it to its companies. */
  tie: "inline" | "inline-primary" | "plain" | "labelled" | "from-company";
}

export interface History {
  companies: number;
  orders: Order[];
}

interface Wanted {
  seed: number;
  companies: number;
  orders: number;
  /** Further orders of the first company: more than HubSpot gives on one page of associations. */
  ordersOfFirst: number;
  /** Hours between UTC and the portal's midnight, so that many orders close about there. */
  midnightUtcHour: number;
  foreignCurrencies: string[];
  digits: number;
}

const hourMs = 3_600_000;
/** HubSpot takes no create date from a program: orders come in waves, each at its moment. Two lie about a turn of years. */
export const waves = [
  "2024-02-01T10:00:00Z",
  "2024-12-31T20:59:00Z",
  "2024-12-31T21:01:00Z",
  "2025-07-01T02:00:00Z",
  "2026-10-31T22:00:00Z",
] as const;
const from = Date.parse("2023-12-20T00:00:00Z");
const days = 1_080;

/** Orders of three years. The same seed gives the same history. */
export function generate(wanted: Wanted): History {
  const random = randomFrom(wanted.seed);
  const whole = (below: number) => Math.floor(random() * below);
  const one = <T>(values: readonly T[]): T => values[whole(values.length)] as T;
  const order = (main: number, index: number): Order => {
    const nearMidnight = random() < 0.4;
    const hour = nearMidnight ? wanted.midnightUtcHour + (random() - 0.5) / 30 : random() * 24;
    const closed = random() < 0.02 ? null : from + whole(days) * 24 * hourMs + Math.round(hour * hourMs);
    const onDate = closed !== null && random() < 0.15 ? closed - (closed % (24 * hourMs)) : closed;
    const others = random() < 0.08 ? [whole(wanted.companies), whole(wanted.companies)] : [];
    return {
      name: `Order ${index}`,
      companies: [main, ...new Set(others.filter((other) => other !== main))],
      amount: amountOf(random, whole, wanted.digits),
      currency: wanted.foreignCurrencies.length > 0 && random() < 0.2 ? one(wanted.foreignCurrencies) : null,
      closedAt: onDate === null ? null : new Date(onDate).toISOString(),
      closedAs: onDate === null ? null : written(onDate, one(["iso", "ms"])),
      createdAt: one(waves),
      type: one(["newbusiness", "existingbusiness", null] as const),
      stage: one(["won", "won", "won", "lost", "open"] as const),
      pipeline: random() < 0.3 ? 1 : 0,
      tie:
        others.length > 0 ? "inline-primary" : one(["inline", "inline-primary", "plain", "labelled", "from-company"]),
    };
  };
  // The last company never had a deal.
  const orders = Array.from({ length: wanted.orders }, (_, index) => order(whole(wanted.companies - 1), index));
  for (let index = 0; index < wanted.ordersOfFirst; index++) orders.push(order(0, wanted.orders + index));
  return { companies: wanted.companies, orders };
}

/** Amounts as people and programs write them: whole, with too many digits, negative, in exponents, or not at all. */
function amountOf(random: () => number, whole: (below: number) => number, digits: number): string | null {
  const kind = random();
  if (kind < 0.05) return null;
  if (kind < 0.1) return `-${whole(5_000)}.${String(whole(100)).padStart(2, "0")}`;
  if (kind < 0.15) return `${whole(1_000)}.${String(whole(10_000)).padStart(4, "0")}5`;
  if (kind < 0.17) return `${whole(9) + 1}.${whole(10)}e3`;
  if (kind < 0.18) return "0";
  if (kind < 0.2) return `${9_007_199_254 + whole(1_000)}.${"9".repeat(Math.max(1, digits))}`;
  return `${whole(200_000)}.${String(whole(10 ** Math.max(1, digits))).padStart(Math.max(1, digits), "0")}`;
}

function written(ms: number, as: "iso" | "ms"): string {
  if (ms % (24 * hourMs) === 0) return new Date(ms).toISOString().slice(0, 10);
  return as === "ms" ? String(ms) : new Date(ms).toISOString();
}

/** Mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
