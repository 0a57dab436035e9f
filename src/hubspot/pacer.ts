import { Problem } from "@keyline/domain";
import { dailyLimit, dayIsUsedUp } from "./daily-limit.ts";
import { enter, leave, openPace, type Left, type Pace } from "./pace.ts";
import { paceInMemory, type PacerStore } from "./pace-store.ts";
import { rateHeaders, type Headers } from "./rate-headers.ts";
import { roundTrips } from "./round-trips.ts";

export type CallKind = "call" | "search";
export type Priority = "interactive" | "bulk";

/** Limits to start from; the headers of HubSpot's answers correct them. */
export interface PacerLimits {
  max: number;
  windowMs: number;
  searchesPerSecond: number;
}

/** HubSpot's limits per app and account (developers.hubspot.com, usage guidelines): where to start. */
export const startingLimits = {
  privateApp: { max: 190, windowMs: 10_000, searchesPerSecond: 5 },
  oauthApp: { max: 110, windowMs: 10_000, searchesPerSecond: 5 },
} as const satisfies Record<string, PacerLimits>;

export interface PacerOptions {
  /** Names the account and app whose limit this is; the shared store counts by it. */
  key: string;
  limits: PacerLimits;
  /** Needed when several processes work for the same portal; default: this process's memory. */
  store?: PacerStore;
  now?: () => number;
  /** Runs `run` after `delayMs`; returns what cancels it. */
  after?: (delayMs: number, run: () => void) => () => void;
}

/** Lets calls to HubSpot go as fast as its limits allow, people's clicks before bulk work. One per app and account. */
export interface Pacer {
  /**
   * Waits until the call may go. Every pass is handed back with `leave`. `like` names the calls that take about as long as
   * this one. Throws Problem `rate-limited` when the day's calls are used up, `unavailable` when the store is.
   */
  enter(kind: CallKind, priority: Priority, like?: string): Promise<Pass>;
  state(): { waiting: number; used: number; max: number; dailyRemaining: number | null };
}

export interface Pass {
  /** What came back; null when nothing did. */
  leave(answer: Answer | null): void;
}

interface Answer {
  status: number;
  headers: Headers;
  /** On a 429: which limit it was. */
  policyName?: string | undefined;
}

interface Waiting {
  kind: CallKind;
  priority: Priority;
  like: string;
  id: string;
  order: number;
  go: (pass: Pass) => void;
  fail: (problem: unknown) => void;
}

/** A call that came back, on this process's clock; `sentAt` is the store's. */
type Back = Omit<Left, "answeredAt"> & { backAt: number };

export function createPacer(options: PacerOptions): Pacer {
  const { key, limits, now = steadyNow, after = afterTimeout } = options;
  const store = options.store ?? paceInMemory(now);
  const own = crypto.randomUUID().slice(0, 8);
  const trips = roundTrips();
  const daily = dailyLimit();
  const waiting: Waiting[] = [];
  const back: Back[] = [];
  let order = 0;
  let seen = { text: null as string | null, used: 0, max: limits.max };
  let isTurning = false;
  let isCalled = false;
  let cancelTimer: () => void = nothing;

  function wake(): void {
    cancelTimer();
    isCalled = true;
    if (!isTurning) void turn();
  }

  /** One change of the pace at a time: tells what came back, takes places for as many as may go. */
  async function turn(): Promise<void> {
    isTurning = true;
    while (isCalled) {
      isCalled = false;
      const askedAt = now();
      try {
        const { granted, told, soonestMs, at, ...next } = await store.change(key, (...stands) =>
          changed(askedAt, ...stands),
        );
        seen = next;
        back.splice(0, told);
        for (const one of granted) release(one, at);
        if (Number.isFinite(soonestMs)) cancelTimer = after(Math.ceil(soonestMs), wake);
      } catch (cause) {
        const problem = new Problem("unavailable", "The store that paces calls to HubSpot does not answer.", { cause });
        for (const one of waiting.splice(0)) one.fail(problem);
      }
    }
    isTurning = false;
  }

  /**
   * Pure, since it may be run again: what stands is replaced, what waits is only looked at. The store's time `at` is some
   * moment after `askedAt` of ours; taken for that one, no call seems to have come back earlier than it did.
   */
  function changed(askedAt: number, text: string | null, at: number) {
    // A store that was emptied knows nothing of the calls of the last seconds: what was seen last stands in.
    const known = text ?? seen.text;
    const pace = known === null ? openPace(limits) : (JSON.parse(known) as Pace);
    for (const one of back) leave(pace, { ...one, answeredAt: at - Math.max(0, askedAt - one.backAt) }, at);
    const granted: Waiting[] = [];
    let soonestMs = Infinity;
    for (let isFull = false; !isFull;) {
      const heads = firstOfEach(waiting.filter((one) => !granted.includes(one)));
      const waits = heads.map((one) => ({ one, ms: enter(pace, one, at) }));
      granted.push(...waits.filter(({ ms }) => ms <= 0).map(({ one }) => one));
      soonestMs = Math.min(Infinity, ...waits.filter(({ ms }) => ms > 0).map(({ ms }) => ms));
      isFull = waits.every(({ ms }) => ms > 0);
    }
    const used = Object.keys(pace.call.away).length + pace.call.free.filter((free) => free > at).length;
    const next = JSON.stringify(pace);
    const answer = { granted, told: back.length, soonestMs, at, text: next, used, max: pace.call.max };
    return { text: next, keepMs: 2 * pace.call.windowMs, answer };
  }

  function release(one: Waiting, sentAt: number): void {
    const wentAt = now();
    const place = waiting.indexOf(one);
    // Sent away meanwhile: its place is given back.
    if (place < 0) return void back.push({ id: one.id, kind: one.kind, sentAt, backAt: wentAt, savedMs: 0 });
    waiting.splice(place, 1);
    one.go({
      leave(answer) {
        const backAt = now();
        const isCounted = answer !== null && answer.status < 429;
        const savedMs = isCounted ? trips.savedMs(one.like, backAt - wentAt) : 0;
        const { id, kind } = one;
        back.push({ id, kind, sentAt, backAt, savedMs, ...(answer && learn(kind, backAt, answer)) });
        wake();
      },
    });
  }

  /** What an answer tells of the limits. When the day's calls are used up, whoever waits is sent away. */
  function learn(kind: CallKind, at: number, { status, headers, policyName }: Answer): Partial<Left> {
    const { max, windowMs, remaining, dailyMax, dailyRemaining, retryAfterMs } = rateHeaders(headers);
    if (dailyMax && dailyRemaining !== undefined) daily.learn(dailyMax, dailyRemaining, at);
    const said = max && windowMs ? { max, windowMs } : undefined;
    if (status !== 429) return { said, remaining };
    if (policyName === "DAILY") {
      daily.usedUp(at);
      for (const one of waiting.splice(0)) one.fail(dayIsUsedUp());
      return { said };
    }
    const limit = kind === "search" && policyName !== "TEN_SECONDLY_ROLLING" ? "search" : "call";
    const forMs = retryAfterMs ?? (limit === "search" ? 500 : limits.windowMs / 10);
    return { said, hold: { limit, forMs } };
  }

  return {
    enter(kind, priority, like = kind) {
      if (daily.isUsedUp(priority, now())) return Promise.reject(dayIsUsedUp());
      return new Promise<Pass>((go, fail) => {
        const isBehind = waiting.some((one) => one.kind === kind && one.priority === priority);
        waiting.push({ kind, priority, like, id: `${own}${order}`, order: order++, go, fail });
        // While the pace is being changed, whoever stands before may be on the way already: a person's next call, made
        // side by side with it, must not wait for its answer.
        if (!isBehind || (isTurning && priority === "interactive")) wake();
      });
    },
    state: () => ({ waiting: waiting.length, used: seen.used, max: seen.max, dailyRemaining: daily.remaining }),
  };
}

/** The head of each queue, in the order in which they may go: people first, then by arrival. */
function firstOfEach(waiting: readonly Waiting[]): Waiting[] {
  const heads = new Map<string, Waiting>();
  for (const one of waiting) {
    const queue = `${one.priority} ${one.kind}`;
    if (!heads.has(queue)) heads.set(queue, one);
    if (heads.size === 4) break;
  }
  return [...heads.values()].sort((a, b) => rank(a) - rank(b) || a.order - b.order);
}

function rank(one: Waiting): number {
  return one.priority === "interactive" ? 0 : 1;
}

function nothing(): void {}

/** Unlike the machine's clock it is never set. */
function steadyNow(): number {
  return performance.timeOrigin + performance.now();
}

function afterTimeout(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
