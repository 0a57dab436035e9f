import { parseArgs } from "node:util";
import { queueKinds, type QueueKind } from "../options.ts";

/** One run: how much happens, how often the backend is struck, and by which seed. */
export interface EventsOptions {
  queue: QueueKind;
  /** Changes in the portal, each of them an event. */
  events: number;
  accounts: number;
  kills: number;
  seed: number;
  killEveryMs: number;
  /** What HubSpot's limits are multiplied by. */
  speed: number;
  searchLagMs: number;
  withinMs: number;
}

export const eventsUsage = `npm run chaos -- events [--queue redis|embedded|both] [--events 10000] [--accounts 200] [--kills 40] [--seed N]
               [--kill-every 2500] [--speed 10] [--search-lag 2000] [--within 900000]`;

/** The runs that a command line asks for. Throws an Error with the usage when it cannot be read. */
export function readEventsOptions(args: readonly string[]): EventsOptions[] {
  const names = ["events", "accounts", "kills", "seed", "kill-every", "speed", "search-lag", "within"] as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      queue: { type: "string", default: "both" },
      ...Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
    },
  }) as { values: Record<string, string | undefined> };
  const queues = values["queue"] === "both" ? queueKinds : queueKinds.filter((kind) => kind === values["queue"]);
  const whole = (name: (typeof names)[number], otherwise: number) => {
    const value = values[name] === undefined ? otherwise : Number(values[name]);
    if (Number.isFinite(value) && value >= 0) return value;
    throw new Error(`--${name} takes a number from 0\n${eventsUsage}`);
  };
  if (queues.length === 0) throw new Error(`--queue takes redis, embedded or both\n${eventsUsage}`);
  return queues.map((queue) => ({
    queue,
    events: whole("events", 10_000),
    accounts: whole("accounts", 200),
    kills: whole("kills", 40),
    seed: whole("seed", Math.floor(Math.random() * 1_000_000)),
    killEveryMs: whole("kill-every", 2_500),
    speed: whole("speed", 10),
    searchLagMs: whole("search-lag", 2_000),
    withinMs: whole("within", 900_000),
  }));
}
