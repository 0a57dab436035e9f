import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startSandbox, type SandboxProcess } from "../../bench/sandbox-process.ts";
import { crmSubscriptions, readManifest } from "../../src/manifest/index.ts";
import { seededRandom } from "../../src/sandbox/wire/seeded-random.ts";
import { openRedisServer } from "../../test/queue/redis-server.ts";
import { openApi, type Api } from "../api.ts";
import { runKeyline } from "../keyline.ts";
import { startWorkers, type Workers } from "../workers.ts";
import { changeOneDealOfEach, happenOnce, newDeals, type Made } from "./happen.ts";
import { differences, numbersFromNothing, readNumbers } from "./numbers.ts";
import type { EventsOptions } from "./options.ts";

/** What one run did to Keyline, and whether its numbers are what they are from nothing. */
export interface EventsReport {
  chaos: "events";
  queue: EventsOptions["queue"];
  seed: number;
  events: number;
  accounts: number;
  kills: number;
  /** Times that a process ended by itself and was started again. */
  falls: number;
  calls: number;
  /** From the first change until everything was quiet. */
  seconds: number;
  /** Numbers compared, and those that are not what they are from nothing. */
  numbers: number;
  wrong: string[];
  isKept: boolean;
}

const unhurried = { perTenSeconds: 1_000_000, perDay: 100_000_000, searchesPerSecond: 100_000 };
const limits = { perTenSeconds: 110, searchesPerSecond: 5, perDay: 10_000_000 };
const faults = { rate429: 0.01, rate500: 0.01, rate502: 0.01, timeouts: 0, resets: 0.01, lostReplies: 0.02 };
const managed = { am_account_type: "key", am_rhythm: "monthly", am_rhythm_rule: "first sunday" };
/** When nothing was delivered or written for so long, the work is over. */
const quietMs = 12_000;

/**
 * Ten thousand things happen in a portal while the backend is killed again and again and HubSpot fails now and then. What
 * the webhooks told it must be in the numbers: they are compared with what a recalculation makes from nothing.
 */
export async function runEvents(options: EventsOptions): Promise<EventsReport> {
  const { queue, seed, events, accounts, kills, killEveryMs, speed, searchLagMs } = options;
  const folder = await mkdtemp(join(tmpdir(), "keyline-chaos-"));
  const sandbox = await startSandbox();
  const redis = queue === "redis" ? await openRedisServer() : undefined;
  const port = await freePort();
  const environment = {
    HUBSPOT_API_BASE: sandbox.url,
    HUBSPOT_ACCESS_TOKEN: "sandbox",
    HUBSPOT_CLIENT_SECRET: "sandbox-secret",
    KEYLINE_DATA: folder,
    PORT: String(port),
    ...(redis && { REDIS_URL: redis.url }),
  };
  const random = seededRandom(seed);
  try {
    const api = openApi(sandbox.url, "sandbox");
    const made = await fill(api, environment, accounts, random);
    const { perTenSeconds, searchesPerSecond, perDay } = limits;
    await sandbox.control("PUT", "portal", {
      limits: { perTenSeconds: perTenSeconds * speed, searchesPerSecond: searchesPerSecond * speed, perDay },
      searchLagMs,
    });
    const subscriptions = await subscriptionsOfApp();
    await sandbox.control("PUT", "webhooks", {
      targetUrl: `http://127.0.0.1:${port}/webhooks`,
      repeats: 0.05,
      subscriptions,
    });
    await sandbox.control("DELETE", "calls");
    const startedAt = performance.now();
    const roles = queue === "redis" ? ["web", "worker", "worker"] : ["all"];
    const workers = startWorkers(roles, new Date().toISOString(), environment);
    try {
      // What a worker does when it starts is done, so that it cannot make up for a lost event.
      await untilQuiet(sandbox, options, performance.now());
      await sandbox.control("PUT", "faults", { seed, ...faults });
      const inStorm = Math.ceil(kills * 0.7);
      const killing = seededRandom(seed + 1);
      const flushed = Math.ceil(inStorm * 0.6);
      await Promise.all([
        storm(api, made, options, inStorm * killEveryMs, random),
        // Losing the queue must lose nothing: what lay in it is found again in HubSpot.
        killAll(workers, inStorm, killEveryMs, killing, async (kill) => {
          if (redis && kill === flushed) await redis.flush();
        }),
      ]);
      await untilQuiet(sandbox, options, performance.now());
      const after = kills - inStorm;
      await Promise.all([
        whisper(api, made, after * killEveryMs, random),
        killAll(workers, after, killEveryMs, killing),
      ]);
      await sandbox.control("PUT", "faults", {});
      await untilQuiet(sandbox, options, performance.now());
    } finally {
      await workers.close();
    }
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    const { total: calls } = (await sandbox.control("GET", "calls")) as { total: number };
    await sandbox.control("PUT", "webhooks", { targetUrl: null });
    await sandbox.control("PUT", "portal", { limits: unhurried, searchLagMs: 0 });
    const standing = await readNumbers(api);
    const own = { ...environment, KEYLINE_DATA: join(folder, "own"), REDIS_URL: "" };
    const wrong = differences(standing, await numbersFromNothing(api, own));
    const counts = { events, accounts, kills, falls: workers.fell(), calls, seconds, numbers: standing.size };
    return { chaos: "events", queue, seed, ...counts, wrong, isKept: wrong.length === 0 && standing.size > 0 };
  } finally {
    await sandbox.close();
    await redis?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Managed accounts with two deals each. */
async function fill(
  api: Api,
  environment: Record<string, string>,
  accounts: number,
  random: () => number,
): Promise<Made> {
  await api.call("PUT", "/_sandbox/portal", { limits: unhurried, searchLagMs: 0 });
  await runKeyline(["provision"], environment);
  const companies: string[] = [];
  for (let start = 0; start < accounts; start += 100) {
    const inputs = Array.from({ length: Math.min(100, accounts - start) }, (_, n) => ({
      properties: { name: `Company ${start + n}`, ...managed },
    }));
    const body = { inputs };
    const { results } = await api.call<{ results: { id: string }[] }>("POST", "/_sandbox/records/companies", body);
    companies.push(...results.map(({ id }) => id));
  }
  return { companies, deals: await newDeals(api, [...companies, ...companies], random), binned: [] };
}

/** Spread over the time in which the backend is killed. */
async function storm(api: Api, made: Made, { events }: EventsOptions, forMs: number, random: () => number) {
  const isDue = clock(forMs);
  for (let count = 0; count < events;) {
    count += await happenOnce(api, made, random);
    await isDue(count / events);
  }
}

/** One change of one deal of each account, now and then: nothing later tells of it, so that a single lost event shows. */
async function whisper(api: Api, { companies }: Made, forMs: number, random: () => number) {
  const isDue = clock(forMs);
  for (let start = 0; start < companies.length; start += 4) {
    await changeOneDealOfEach(api, companies.slice(start, start + 4), random);
    await isDue(start / companies.length);
  }
}

/** Waits until a share of the time has gone. */
function clock(forMs: number) {
  const startedAt = performance.now();
  return (share: number) => sleep(Math.max(0, forMs * share - (performance.now() - startedAt)));
}

async function killAll(
  workers: Workers,
  kills: number,
  everyMs: number,
  random: () => number,
  onKill = async (_kill: number) => {},
) {
  for (let kill = 1; kill <= kills; kill++) {
    await sleep(everyMs * (0.1 + 1.8 * random()));
    workers.kill(random());
    await onKill(kill);
  }
}

/** Waits until no webhook waits and nothing is written any more, or too long. */
async function untilQuiet(sandbox: SandboxProcess, { withinMs }: EventsOptions, startedAt: number): Promise<void> {
  let quietSince = performance.now();
  let last = "";
  while (performance.now() - quietSince < quietMs && performance.now() - startedAt < withinMs) {
    const { waiting } = (await sandbox.control("GET", "webhooks")) as { waiting: number };
    const { total } = (await sandbox.control("GET", "calls")) as { total: number };
    const seen = `${waiting} ${total}`;
    if (waiting > 0 || seen !== last) quietSince = performance.now();
    last = seen;
    await sleep(250);
  }
}

/** What the app of a portal hears of: as `app.json` says. The sandbox knows HubSpot's `meeting_event` as `meetings`. */
async function subscriptionsOfApp() {
  const { webhooks } = await readManifest(join(import.meta.dirname, "../.."));
  const records = crmSubscriptions(webhooks).map((one) =>
    one.objectType === "meeting_event" ? { ...one, objectType: "meetings" } : one,
  );
  return [...records, ...webhooks.hubEvents.map((subscriptionType) => ({ subscriptionType }))];
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
