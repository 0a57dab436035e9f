import type { Collection } from "./ledger/ledger.ts";

/** The sandbox's time: the given clock, moved by whoever plays with it. It always runs on. */
export interface Clock {
  now(): Date;
  set(to: Date): void;
  advance(ms: number): void;
}

/** The shift is kept in `store`, so that a restart goes on from the moved time. */
export function openClock(
  base: () => Date,
  store: () => Collection<number>,
  transact: (work: () => void) => void,
): Clock {
  const shift = () => store().get("shiftMs") ?? 0;
  const move = (ms: number) => transact(() => store().put("shiftMs", ms));
  return {
    now: () => new Date(base().getTime() + shift()),
    set: (to) => move(to.getTime() - base().getTime()),
    advance: (ms) => move(shift() + ms),
  };
}
