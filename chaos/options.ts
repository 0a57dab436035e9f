import { parseArgs } from "node:util";

export const queueKinds = ["redis", "embedded"] as const;
export type QueueKind = (typeof queueKinds)[number];

/** One run: how much work, how often it is struck, and by which seed. */
export interface ChaosOptions {
  queue: QueueKind;
  reminders: number;
  kills: number;
  seed: number;
  /** Mean time from one kill to the next; each pause is drawn between a tenth of it and nearly twice as much. */
  killEveryMs: number;
  /** What HubSpot's limits (110 calls in ten seconds, five searches a second) are multiplied by: 1 is HubSpot's own pace. */
  speed: number;
  /** How long a write stays out of the answers of searches. */
  searchLagMs: number;
  /** When to give up and say what is missing. */
  withinMs: number;
}

export const usage = `npm run chaos -- [--queue redis|embedded|both] [--reminders 10000] [--kills 100] [--seed N]
               [--kill-every 2000] [--speed 1] [--search-lag 3000] [--within 3600000]
  --kill-every, --search-lag, --within   milliseconds
  --speed   HubSpot's limits times this; 1 is 110 calls in ten seconds and five searches a second`;

/** The runs that a command line asks for. Throws an Error with the usage when it cannot be read. */
export function readOptions(args: readonly string[]): ChaosOptions[] {
  const number = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      queue: { type: "string", default: "both" },
      reminders: number,
      kills: number,
      seed: number,
      "kill-every": number,
      speed: number,
      "search-lag": number,
      within: number,
    },
  });
  const queues = values.queue === "both" ? queueKinds : queueKinds.filter((kind) => kind === values.queue);
  if (queues.length === 0) throw new Error(`--queue takes redis, embedded or both\n${usage}`);
  const whole = (name: string, text: string | undefined, otherwise: number) => {
    const value = text === undefined ? otherwise : Number(text);
    if (Number.isFinite(value) && value >= 0) return value;
    throw new Error(`--${name} takes a number from 0\n${usage}`);
  };
  return queues.map((queue) => ({
    queue,
    reminders: whole("reminders", values.reminders, 10_000),
    kills: whole("kills", values.kills, 100),
    seed: whole("seed", values.seed, Math.floor(Math.random() * 1_000_000)),
    killEveryMs: whole("kill-every", values["kill-every"], 2_000),
    speed: whole("speed", values.speed, 1),
    searchLagMs: whole("search-lag", values["search-lag"], 3_000),
    withinMs: whole("within", values.within, 3_600_000),
  }));
}
