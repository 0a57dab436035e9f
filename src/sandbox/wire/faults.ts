import { seededRandom } from "./seeded-random.ts";

/** Shares from 0 to 1 of the calls that go wrong, each in its way. */
export interface FaultSettings {
  seed: number;
  rate429: number;
  rate500: number;
  rate502: number;
  /** No answer ever; the call is not carried out. */
  timeouts: number;
  /** The connection is reset before the call is carried out. */
  resets: number;
  /** Carried out, then the connection drops without an answer. */
  lostReplies: number;
}

export type Fault = Exclude<keyof FaultSettings, "seed">;

const kinds: readonly Fault[] = ["rate429", "rate500", "rate502", "timeouts", "resets", "lostReplies"];
const noFaults: FaultSettings = { seed: 1, rate429: 0, rate500: 0, rate502: 0, timeouts: 0, resets: 0, lostReplies: 0 };

/** Decides which calls go wrong: the same seed gives the same sequence. */
export function openFaults() {
  let settings = noFaults;
  let random = seededRandom(settings.seed);
  return {
    get settings() {
      return settings;
    },
    set(next: Partial<FaultSettings>) {
      settings = { ...noFaults, ...next };
      random = seededRandom(settings.seed);
    },
    next(): Fault | undefined {
      if (kinds.every((kind) => settings[kind] === 0)) return undefined;
      let drawn = random();
      for (const kind of kinds) {
        if (drawn < settings[kind]) return kind;
        drawn -= settings[kind];
      }
      return undefined;
    },
  };
}
