import { Problem } from "@keyline/domain";
import type { PacerStore } from "./pacing/pacer-store.ts";
import type { PileStore } from "./piles/pile-store.ts";
import type { KeyedStore } from "./store/keyed-store.ts";

/** Gives the answer, or throws `unavailable` when there is none in time or the connection fails. */
export type Answered = <Answer>(work: Promise<Answer>) => Promise<Answer>;

/**
 * Turns silence and connection errors into `unavailable`, so that a route can answer in time and be asked again. Commands
 * given while Redis is away wait for it; what is given up here may still be done later, which idempotent work allows.
 */
export function answeredWithin(timeoutMs: number): Answered {
  return async (work) => {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`No answer within ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      return await Promise.race([work, silence]);
    } catch (cause) {
      if (cause instanceof Problem) throw cause;
      throw new Problem("unavailable", "The queue cannot be reached at the moment. Try again shortly.", { cause });
    } finally {
      clearTimeout(timer);
    }
  };
}

export function answeringStore(store: KeyedStore, answered: Answered): KeyedStore {
  return {
    get: (key) => answered(store.get(key)),
    set: (key, value, options) => answered(store.set(key, value, options)),
    setIfAbsent: (key, value, options) => answered(store.setIfAbsent(key, value, options)),
    delete: (key) => answered(store.delete(key)),
    list: (prefix) => answered(store.list(prefix)),
    known: (keys) => answered(store.known(keys)),
    setMany: (entries, options) => answered(store.setMany(entries, options)),
  };
}

export function answeringPiles(piles: PileStore, answered: Answered): PileStore {
  return {
    put: (pile, things) => answered(piles.put(pile, things)),
    look: (pile, limit) => answered(piles.look(pile, limit)),
    drop: (pile, looked) => answered(piles.drop(pile, looked)),
    size: (pile) => answered(piles.size(pile)),
  };
}

export function answeringPacer(pacer: PacerStore, answered: Answered): PacerStore {
  return {
    change: (key, change) => answered(pacer.change(key, change)),
  };
}
