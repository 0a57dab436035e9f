import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startSandbox, type SandboxProcess } from "../bench/sandbox-process.ts";
import { seededRandom } from "../src/sandbox/wire/seeded-random.ts";
import { openRedisServer } from "../test/queue/redis-server.ts";
import { openApi, type Api } from "./api.ts";
import { audit, type Findings } from "./audit.ts";
import { morning } from "./expected.ts";
import { runKeyline } from "./keyline.ts";
import type { ChaosOptions } from "./options.ts";
import { fillPortal } from "./portal.ts";
import { startWorkers } from "./workers.ts";

/** What one run did to Keyline, and what was left of its promise. */
export interface ChaosReport extends Findings {
  chaos: "reminders";
  queue: ChaosOptions["queue"];
  seed: number;
  speed: number;
  reminders: number;
  kills: number;
  /** Kills after which there was still something to write. */
  killsAtWork: number;
  /** Times that a worker ended by itself and was started again. */
  falls: number;
  /** Calls that reached the sandbox while it was at fault, and those it refused for their number or by a fault. */
  calls: number;
  rateLimited: number;
  /** Until the last write. */
  seconds: number;
  /** Writes of one more pass after the end. */
  writesAfter: number;
  isKept: boolean;
}

/** HubSpot's limits for an app that many accounts installed. */
const limits = { perTenSeconds: 110, searchesPerSecond: 5, perDay: 10_000_000 };
const faults = { rate429: 0.02, rate500: 0.02, rate502: 0.02, timeouts: 0.002, resets: 0.02, lostReplies: 0.03 };
/** When there was nothing more to write for so long, the work is over. */
const quietMs = 5_000;
const redisIsAwayMs = 5_000;

/**
 * Fills a portal, lets workers make its reminders while they are killed, their Redis is flushed and taken away, and
 * HubSpot fails in every way it knows; then counts what stands.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const folder = await mkdtemp(join(tmpdir(), "keyline-chaos-"));
  const sandbox = await startSandbox();
  const redis = options.queue === "redis" ? await openRedisServer() : undefined;
  const environment = {
    HUBSPOT_API_BASE: sandbox.url,
    HUBSPOT_ACCESS_TOKEN: "sandbox",
    KEYLINE_DATA: folder,
    ...(redis && { REDIS_URL: redis.url }),
  };
  try {
    const api = openApi(sandbox.url, "sandbox");
    const companies = await fillPortal(api, environment, options.reminders, options.searchLagMs);
    const struck = await strike(options, { sandbox, api, environment, redis });
    await sandbox.control("PUT", "faults", {});
    await sandbox.control("PUT", "portal", { limits: { perTenSeconds: 1e6, perDay: 1e9, searchesPerSecond: 1e5 } });
    const findings = await audit(api, companies);
    await sandbox.control("DELETE", "calls");
    await runKeyline(["plan-check-ins", "--now", morning], environment);
    const writesAfter = (await readCalls(sandbox)).writes;
    const { queue, seed, speed, reminders, kills } = options;
    const { tasks, doubled, missing, surplus, wrong } = findings;
    const isKept = tasks === reminders && doubled + missing + surplus + wrong.length + writesAfter === 0;
    return { chaos: "reminders", queue, seed, speed, reminders, kills, ...struck, ...findings, writesAfter, isKept };
  } finally {
    await sandbox.close();
    await redis?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Stage {
  sandbox: SandboxProcess;
  api: Api;
  environment: Record<string, string>;
  redis: Awaited<ReturnType<typeof openRedisServer>> | undefined;
}

/** The run itself: from the first worker's start to the last write. */
async function strike(options: ChaosOptions, { sandbox, api, environment, redis }: Stage) {
  const { kills, killEveryMs, seed, speed, queue } = options;
  const random = seededRandom(seed);
  const { perTenSeconds, searchesPerSecond, perDay } = limits;
  await sandbox.control("PUT", "portal", {
    limits: { perTenSeconds: perTenSeconds * speed, searchesPerSecond: searchesPerSecond * speed, perDay },
  });
  await sandbox.control("PUT", "faults", { seed, ...faults });
  // The limit's window still holds the calls that filled the portal.
  if ((await readCalls(sandbox)).calls > (perTenSeconds * speed) / 10) await sleep(10_000);
  await sandbox.control("DELETE", "calls");
  const startedAt = performance.now();
  // The embedded queue belongs to one process.
  const workers = startWorkers(queue === "redis" ? ["worker", "worker"] : ["worker"], morning, environment);
  const writesAtKill: number[] = [];
  try {
    while ((await readCalls(sandbox)).calls === 0) await sleep(50);
    for (let kill = 1; kill <= kills; kill++) {
      await sleep(killEveryMs * (0.1 + 1.8 * random()));
      const takesRedisAway = redis && kill === Math.ceil(kills * 0.6);
      if (takesRedisAway) await redis.stop();
      workers.kill(random());
      writesAtKill.push((await readCalls(sandbox)).writes);
      if (redis && kill === Math.ceil(kills * 0.4)) await redis.flush();
      if (!takesRedisAway) continue;
      await sleep(redisIsAwayMs);
      await redis.start();
    }
    const end = await untilQuiet(sandbox, api, options, startedAt);
    return {
      killsAtWork: writesAtKill.filter((writes) => writes < end.writes).length,
      falls: workers.fell(),
      calls: end.calls,
      rateLimited: end.rateLimited,
      seconds: Math.round((end.lastWriteAt - startedAt) / 1_000),
    };
  } finally {
    await workers.close();
  }
}

/** Waits until as many check-ins have their reminder as there should be and nothing is written any more, or too long. */
async function untilQuiet(sandbox: SandboxProcess, api: Api, options: ChaosOptions, startedAt: number) {
  let last = { writes: -1, calls: 0, rateLimited: 0, lastWriteAt: startedAt };
  let quietSince = startedAt;
  while (performance.now() - startedAt < options.withinMs) {
    const seen = await readCalls(sandbox);
    if (seen.writes !== last.writes) {
      quietSince = performance.now();
      last = { ...seen, lastWriteAt: quietSince };
    }
    // Asking takes searches away from the workers: only now and then.
    if (performance.now() - quietSince > quietMs) {
      if (await isComplete(api, options)) break;
      quietSince = performance.now();
    }
    await sleep(250);
  }
  return last;
}

/** By searches, which may be seconds behind: wait until each says that all is there. A faulty answer says nothing. */
async function isComplete(api: Api, { reminders }: ChaosOptions): Promise<boolean> {
  const open = { propertyName: "reminder_state", operator: "EQ", value: "open" };
  const planned = { propertyName: "am_next_check_in", operator: "HAS_PROPERTY" };
  const made = { propertyName: "keyline_task_key", operator: "HAS_PROPERTY" };
  try {
    const counts = await Promise.all([
      api.count("tasks", [made]),
      api.count("p_check_in", [open]),
      api.count("companies", [planned]),
    ]);
    return counts.every((count) => count >= reminders);
  } catch {
    return false;
  }
}

async function readCalls(sandbox: SandboxProcess) {
  const { total, rateLimited, byOperation } = (await sandbox.control("GET", "calls")) as {
    total: number;
    rateLimited: number;
    byOperation: Record<string, number>;
  };
  const isWrite = (operation: string) => /batch\/(create|update|upsert|archive|associate\/default)$/.test(operation);
  const writes = Object.entries(byOperation).reduce((sum, [name, count]) => (isWrite(name) ? sum + count : sum), 0);
  return { calls: total, rateLimited, writes };
}
