import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { company, settingsFrom, task } from "@keyline/domain";
import { planPortal } from "../src/check-ins/index.ts";
import { createPacer, openHubSpot, startingLimits, type HubSpot } from "../src/hubspot/index.ts";
import { quietLog } from "../src/log.ts";
import { provision } from "../src/provision/index.ts";
import { hasRedisServer, openRedisServer } from "../test/queue/redis-server.ts";
import { startSandbox, type SandboxProcess } from "./sandbox-process.ts";
import { startWorkerProcesses, type WorkerProcesses } from "./worker-processes.ts";

/** One figure of this benchmark: a morning on which so many check-ins are due. */
export interface RemindersFigure {
  bench: "reminders";
  reminders: number;
  /** Every account has a won deal and an open ticket to be told of. */
  hasNews: boolean;
  workers: number;
  queue: "embedded" | "redis";
  /** What HubSpot's limits were multiplied by: 1 is 110 calls in ten seconds and five searches a second. */
  speed: number;
  calls: number;
  least: number;
  /** Calls for each call that could not be avoided. */
  ratio: number;
  /** Of the calls that HubSpot permits in the time it took; null when it was over before the limit mattered. */
  shareOfRate: number | null;
  rateLimited: number;
  /** Of the largest worker, while it worked. */
  peakMemoryMb: number;
  seconds: number;
  doubled: number;
  missing: number;
}

const planningDay = "2026-11-22T06:00:00Z";
/** Every check-in of Sunday 6 December has its reminder from the Tuesday before. */
const dueMorning = "2026-12-01T04:00:00Z";
/** HubSpot's limits for an app that many accounts installed. */
const limits = { perTenSeconds: 110, searchesPerSecond: 5 };
const unhurried = { max: 1_000_000, windowMs: 10_000, searchesPerSecond: 100_000 };
// One manager has them all: with the usual room in a day the due dates would be spread, here they fall on one morning.
const settings = settingsFrom({ capacityPerDay: 1_000_000 });

/**
 * The least calls for N reminders (docs/decisions/0004-check-in-engine.md): pages of 200 companies, their check-ins read
 * by key and later changed by 100, tasks by 100, two associations by 2,000. With news: which deals and tickets they have, by
 * 1,000, and one of each, by 100.
 */
export function leastCalls(reminders: number, hasNews: boolean): number {
  const by = (size: number) => Math.ceil(reminders / size);
  const news = hasNews ? 2 * by(1_000) + 2 * by(100) : 0;
  return by(200) + by(100) + by(100) + 2 * by(2_000) + by(100) + news;
}

/** Fills a sandbox in a process of its own, then measures the pass that makes the reminders, with HubSpot's own limits. */
export async function benchReminders(
  reminders: number,
  workers: number,
  speed: number,
  hasNews: boolean,
): Promise<RemindersFigure> {
  const sandbox = await startSandbox();
  const dataFolder = await mkdtemp(join(tmpdir(), "keyline-bench-"));
  // The embedded queue belongs to one process: without Redis there is but one worker.
  const redis = hasRedisServer() ? await openRedisServer() : undefined;
  if (!redis && workers > 1) throw new Error("Several workers share a queue on Redis: install redis-server");
  const words = { sandboxUrl: sandbox.url, dataFolder, now: dueMorning, redisUrl: redis?.url };
  const processes = await startWorkerProcesses(workers, words);
  try {
    await fill(sandbox, reminders, hasNews);
    const measured = await measure(sandbox, processes, speed);
    const stands = await countTasks(open(sandbox), sandbox);
    const least = leastCalls(reminders, hasNews);
    const permitted = (limits.perTenSeconds * speed * measured.seconds) / 10;
    return {
      bench: "reminders",
      reminders,
      hasNews,
      workers,
      queue: redis ? "redis" : "embedded",
      speed,
      calls: measured.calls,
      least,
      ratio: round(measured.calls / least, 3),
      shareOfRate: measured.seconds > 10 ? round(measured.calls / permitted, 3) : null,
      rateLimited: measured.rateLimited,
      peakMemoryMb: measured.peakMemoryMb,
      seconds: round(measured.seconds, 1),
      doubled: stands.total - stands.keys,
      missing: reminders - stands.keys,
    };
  } finally {
    await processes.close();
    await redis?.close();
    await sandbox.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

function open(sandbox: SandboxProcess): HubSpot {
  const pacer = createPacer({ key: "fill", limits: unhurried });
  return openHubSpot({ baseUrl: sandbox.url, token: "sandbox", pacer, log: quietLog });
}

/** Managed companies with their check-ins planned, as the passes of the weeks before left them. */
async function fill(sandbox: SandboxProcess, count: number, hasNews: boolean): Promise<void> {
  const { max: perTenSeconds, searchesPerSecond } = unhurried;
  await sandbox.control("PUT", "portal", {
    timeZone: "Asia/Riyadh",
    limits: { perTenSeconds, perDay: 1e9, searchesPerSecond },
  });
  await sandbox.control("PUT", "clock", { now: planningDay });
  const hubspot = open(sandbox);
  await provision({ hubspot, log: quietLog });
  const person = { id: "11", userId: 1011, firstName: "Noura", lastName: "Alharbi", email: "noura@example.com" };
  await sandbox.control("POST", "records/owners", { inputs: [{ properties: person }] });
  for (let made = 0; made < count; made += 2_000) {
    const inputs = Array.from({ length: Math.min(2_000, count - made) }, (_, index) => ({
      properties: {
        am_account_type: "key",
        am_tier: "a",
        am_rhythm: "monthly",
        am_rhythm_rule: "first sunday",
      } as const,
      extra: { name: `Company ${made + index + 1}`, hubspot_owner_id: "11" },
    }));
    const { written } = await hubspot.records(company).create(inputs);
    if (hasNews)
      await makeNews(
        hubspot,
        written.map(({ id }) => id),
      );
  }
  const { planned } = await planPortal({ hubspot, settings, now: () => new Date(planningDay), log: quietLog });
  if (planned !== count) throw new Error(`Planned ${planned} check-ins of ${count}`);
  await sandbox.control("PUT", "clock", { now: dueMorning });
}

/** A deal won a few days ago and a ticket that is open, for each company. */
async function makeNews(hubspot: HubSpot, companyIds: readonly string[]): Promise<void> {
  const won = { pipeline: "default", dealstage: "closedwon", closedate: "2026-11-20T09:00:00Z", amount: "90000" };
  const open = { subject: "Late delivery", hs_pipeline: "0", hs_pipeline_stage: "1" };
  const kinds = [
    { object: "deals", extra: { dealname: "Line 4 upgrade", ...won }, label: "Primary" },
    { object: "tickets", extra: open, label: "Primary" },
  ];
  for (const { object, extra, label } of kinds) {
    const type = await hubspot.associations.type(object, company, label);
    const inputs = companyIds.map((to) => ({ properties: {}, extra, associations: [{ to, ...type }] }));
    const { refused } = await hubspot.records(object).create(inputs);
    if (refused[0]) throw refused[0].problem;
  }
}

async function measure(sandbox: SandboxProcess, processes: WorkerProcesses, speed: number) {
  await sandbox.control("PUT", "portal", {
    limits: {
      perTenSeconds: limits.perTenSeconds * speed,
      searchesPerSecond: limits.searchesPerSecond * speed,
      perDay: 10_000_000,
    },
  });
  // The limit's window still holds the calls that filled the portal.
  await sleep(startingLimits.privateApp.windowMs);
  await processes.all({ say: "know" });
  await processes.all({ say: "memory" });
  await sleep(startingLimits.privateApp.windowMs);
  await sandbox.control("DELETE", "calls");
  const startedAt = Date.now();
  await processes.one({ say: "wake" });
  await untilIdle(processes);
  const memory = await processes.all({ say: "memory" });
  const { total, rateLimited } = (await sandbox.control("GET", "calls")) as { total: number; rateLimited: number };
  return {
    seconds: (processes.lastDoneAt() - startedAt) / 1_000,
    calls: total,
    rateLimited,
    peakMemoryMb: Math.max(...memory.map(({ peakMb }) => peakMb)),
  };
}

/** A part of the pass adds the next one before it ends: nothing waiting and nothing running is the end. */
async function untilIdle(processes: WorkerProcesses): Promise<void> {
  for (;;) {
    await sleep(1_000);
    const { busy, failed } = await processes.one({ say: "counts" });
    if (failed > 0) throw new Error(`${failed} jobs failed`);
    if (busy === 0) return;
  }
}

async function countTasks(hubspot: HubSpot, sandbox: SandboxProcess): Promise<{ total: number; keys: number }> {
  await sandbox.control("PUT", "portal", {
    limits: { perTenSeconds: unhurried.max, perDay: 1e9, searchesPerSecond: 1e5 },
  });
  const keys = new Set<string>();
  let total = 0;
  for await (const page of hubspot.records(task).search({ properties: ["keyline_task_key"] })) {
    total += page.length;
    for (const { properties } of page) if (properties.keyline_task_key) keys.add(properties.keyline_task_key);
  }
  return { total, keys: keys.size };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
