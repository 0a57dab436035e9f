import { Problem } from "@keyline/domain";
import { bookedSlot, type BookedSlot, type PacerStore } from "./booked-slots.ts";
import { dailyLimit, dayIsUsedUp } from "./daily-limit.ts";
import { rateHeaders, type Headers } from "./rate-headers.ts";
import { rollingWindow, type Place, type RollingWindow } from "./rolling-window.ts";

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
  /** Needed when several processes work for the same portal. */
  store?: PacerStore;
  now?: () => number;
  /** Runs `run` after `delayMs`; returns what cancels it. */
  after?: (delayMs: number, run: () => void) => () => void;
}

/** Lets calls to HubSpot go as fast as its limits allow, people's clicks before bulk work. One per app and account. */
export interface Pacer {
  /**
   * Waits until the call may go. Every pass is handed back with `leave`.
   * Throws Problem `rate-limited` when the day's calls are used up.
   */
  enter(kind: CallKind, priority: Priority): Promise<Pass>;
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
  order: number;
  go: (pass: Pass) => void;
  fail: (problem: unknown) => void;
}

/** Kept free for people: one call in the window. */
const reserve = 1;
/** Kept free while someone else uses the same limit, as a share of the window: what they send shows only in the next answer. */
const sharingReserve = 0.08;
/** How many calls bulk work may send at once after a pause, as a share of the window. */
const burstShare = 0.1;

export function createPacer(options: PacerOptions): Pacer {
  const { key, limits, store, now = Date.now, after = afterTimeout } = options;
  const windows: Record<CallKind, RollingWindow> = {
    call: rollingWindow(limits.max, limits.windowMs),
    search: rollingWindow(limits.searchesPerSecond, 1_000),
  };
  const slots: Record<CallKind, BookedSlot> | null = store
    ? {
        call: bookedSlot(store, `${key}:call`, windows.call, now),
        search: bookedSlot(store, `${key}:search`, windows.search, now),
      }
    : null;
  const waiting: Waiting[] = [];
  const heldUntil: Record<CallKind, number> = { call: 0, search: 0 };
  const daily = dailyLimit();
  let evenlyAt = 0;
  let othersUntil = 0;
  let order = 0;
  let isBooking = false;
  let cancelTimer: () => void = nothing;

  /** How long until this one may go: 0 for now, Infinity for when an answer comes back. */
  function waitMs({ kind, priority }: Waiting): number {
    const at = now();
    const isBulk = priority === "bulk";
    return Math.max(
      0,
      ...limitsOf(kind).flatMap((limit) => [heldUntil[limit] - at, (slots?.[limit].at ?? 0) - at]),
      windows.call.waitMs(at, spare(at, isBulk)),
      kind === "search" ? windows.search.waitMs(at, 0) : 0,
      // A shared store spaces evenly by itself.
      isBulk && !slots ? evenlyAt - at - burstShare * windows.call.windowMs : 0,
    );
  }

  function spare(at: number, isBulk: boolean): number {
    if (at < othersUntil) return Math.ceil(windows.call.max * sharingReserve);
    return isBulk && windows.call.max > 10 ? reserve : 0;
  }

  function pump(): void {
    cancelTimer();
    for (;;) {
      const heads = firstOfEach(waiting).map((one) => ({ one, inMs: waitMs(one) }));
      const ready = heads.find((head) => head.inMs <= 0)?.one;
      if (!ready) {
        const soonest = Math.min(...heads.map((head) => head.inMs));
        if (Number.isFinite(soonest)) cancelTimer = after(Math.ceil(soonest), pump);
        return;
      }
      const unbooked = limitsOf(ready.kind).filter((limit) => slots && slots[limit].at === null);
      if (slots && unbooked.length > 0) return void book(unbooked.map((limit) => slots[limit]));
      release(ready);
    }
  }

  async function book(missing: BookedSlot[]): Promise<void> {
    if (isBooking) return;
    isBooking = true;
    try {
      await Promise.all(missing.map((slot) => slot.book()));
    } catch (cause) {
      const problem = new Problem("unavailable", "The store that paces calls to HubSpot does not answer.", { cause });
      for (const one of waiting.splice(0)) one.fail(problem);
    }
    isBooking = false;
    pump();
  }

  function release(one: Waiting): void {
    waiting.splice(waiting.indexOf(one), 1);
    const sentAt = now();
    evenlyAt = Math.max(evenlyAt, sentAt) + windows.call.windowMs / Math.max(1, windows.call.max - reserve);
    const places = limitsOf(one.kind).map((limit) => {
      slots?.[limit].use();
      return [windows[limit], windows[limit].take(sentAt)] as const;
    });
    one.go({ leave: (answer) => leave(one.kind, places, answer) });
  }

  function leave(kind: CallKind, places: (readonly [RollingWindow, Place])[], answer: Answer | null): void {
    const at = now();
    for (const [window, place] of places) window.answered(place, at, answer !== null && answer.status < 429);
    if (answer) learn(kind, places[0]?.[1].sentAt ?? at, at, answer);
    pump();
  }

  function learn(kind: CallKind, sentAt: number, at: number, answer: Answer): void {
    const said = rateHeaders(answer.headers);
    if (said.max && said.windowMs) windows.call.resize(said.max, said.windowMs);
    if (said.dailyMax && said.dailyRemaining !== undefined) daily.learn(said.dailyMax, said.dailyRemaining, at);
    if (answer.status === 429) return hold(kind, at, answer.policyName, said.retryAfterMs);
    if (said.remaining === undefined || slots) return;
    // Our count may be a little above HubSpot's, never below it: what is beyond belongs to someone else.
    const others = windows.call.max - said.remaining - windows.call.usedSince(sentAt);
    if (others <= 0) return;
    windows.call.takenByOthers(others, at);
    othersUntil = at + windows.call.windowMs;
  }

  function hold(kind: CallKind, at: number, policyName: string | undefined, retryAfterMs: number | undefined): void {
    if (policyName === "DAILY") {
      daily.usedUp(at);
      for (const one of waiting.splice(0)) one.fail(dayIsUsedUp());
      return;
    }
    const limit = kind === "search" && policyName !== "TEN_SECONDLY_ROLLING" ? "search" : "call";
    const forMs = retryAfterMs ?? windows[limit].windowMs / (limit === "search" ? 2 : 10);
    heldUntil[limit] = Math.max(heldUntil[limit], at + forMs);
    // The other workers find out by their own 429 if the store cannot tell them.
    slots?.[limit].hold(forMs).catch(() => {});
  }

  return {
    enter(kind, priority) {
      if (daily.isUsedUp(priority, now())) return Promise.reject(dayIsUsedUp());
      return new Promise<Pass>((go, fail) => {
        waiting.push({ kind, priority, order: order++, go, fail });
        pump();
      });
    },
    state: () => ({
      waiting: waiting.length,
      used: windows.call.used(now()),
      max: windows.call.max,
      dailyRemaining: daily.remaining,
    }),
  };
}

/** A search counts against both limits. */
function limitsOf(kind: CallKind): CallKind[] {
  return kind === "search" ? ["call", "search"] : ["call"];
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

function afterTimeout(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
