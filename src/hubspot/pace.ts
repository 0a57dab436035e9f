import type { CallKind, Priority } from "./pacer.ts";
import { answered, lastPlaceMs, openWindow, take, takenByOthers, usedSince, waitMs, type Window } from "./window.ts";

/** All that is known of one portal's limits at a moment; shared by its workers as text. */
export interface Pace {
  call: Window;
  search: Window;
  /** When bulk work would go next if it went evenly. */
  evenlyAt: number;
  /** Somebody else uses the same limit, as far as the last answers tell. */
  othersUntil: number;
  /** A person waits for the next place: bulk work lets them go first. */
  personUntil: number;
}

/** Kept free while someone else uses the same limit, as a share of the window: what they send shows only in the next answer. */
const sharingReserve = 0.08;
/** How many calls bulk work may send at once after a pause, as a share of the window. */
const burstShare = 0.1;
/** Places fall free evenly, as they were taken; where a gap is coming, the last one before it is kept for people. */
const soonMs = 300;
/** A person's process asks again when the next place is free, and may be a little late. */
const personGraceMs = 100;

export function openPace(limits: { max: number; windowMs: number; searchesPerSecond: number }): Pace {
  return {
    call: openWindow(limits.max, limits.windowMs),
    search: openWindow(limits.searchesPerSecond, 1_000),
    evenlyAt: 0,
    othersUntil: 0,
    personUntil: 0,
  };
}

/** Takes the places of a call, or says how long to wait. A search takes a place in both windows. */
export function enter(pace: Pace, wants: { id: string; kind: CallKind; priority: Priority }, now: number): number {
  const { call, search } = pace;
  const isBulk = wants.priority === "bulk";
  const spare = now < pace.othersUntil ? Math.ceil(call.max * sharingReserve) : 0;
  const placeMs = waitMs(call, now, spare);
  const wait = Math.max(
    placeMs,
    wants.kind === "search" ? waitMs(search, now, 0) : 0,
    isBulk ? Math.max(pace.personUntil - now, lastPlaceMs(call, now, soonMs)) : 0,
    isBulk ? pace.evenlyAt - now - burstShare * call.windowMs : 0,
  );
  if (wait > 0) {
    if (!isBulk && placeMs > 0) pace.personUntil = now + placeMs + personGraceMs;
    return wait;
  }
  if (!isBulk) pace.personUntil = 0;
  pace.evenlyAt = Math.max(pace.evenlyAt, now) + call.windowMs / call.max;
  for (const window of windowsOf(pace, wants.kind)) take(window, wants.id, now);
  return 0;
}

/** What came of a call. Times are the store's. */
export interface Left {
  id: string;
  kind: CallKind;
  sentAt: number;
  answeredAt: number;
  savedMs: number;
  /** HubSpot's limit, as the answer says. */
  said?: { max: number; windowMs: number } | undefined;
  remaining?: number | undefined;
  hold?: { limit: CallKind; forMs: number } | undefined;
}

export function leave(pace: Pace, left: Left, now: number): void {
  const { call } = pace;
  for (const window of windowsOf(pace, left.kind)) answered(window, left.id, left);
  if (left.said) Object.assign(call, left.said);
  if (left.hold) {
    const window = pace[left.hold.limit];
    window.heldUntil = Math.max(window.heldUntil, now + left.hold.forMs);
  }
  if (left.remaining === undefined) return;
  // Our count may be a little above HubSpot's, never below it: what is beyond belongs to someone else.
  const others = call.max - left.remaining - usedSince(call, left.sentAt);
  if (others <= 0) return;
  takenByOthers(call, others, now);
  pace.othersUntil = now + call.windowMs;
}

/** A search counts against both limits. */
function windowsOf(pace: Pace, kind: CallKind): Window[] {
  return kind === "search" ? [pace.call, pace.search] : [pace.call];
}
