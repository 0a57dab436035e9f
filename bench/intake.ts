import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { company } from "@keyline/domain";
import { createPacer, openHubSpot, signV3, type HubSpot } from "../src/hubspot/index.ts";
import { quietLog } from "../src/log.ts";
import { provision } from "../src/provision/index.ts";
import { openRedisServer } from "../test/queue/redis-server.ts";
import { startSandbox, type SandboxProcess } from "./sandbox-process.ts";

/** One figure: a burst of webhooks at a backend whose worker has its hands full. */
export interface IntakeFigure {
  bench: "intake";
  /** `embedded`: routes and worker in one process; `redis`: a process each. */
  queue: "embedded" | "redis";
  events: number;
  requests: number;
  eventsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  longestMs: number;
  /** Answers that were not 2xx, or took HubSpot's five seconds. */
  failed: number;
  /** Until every company had its new number. */
  settledSeconds: number;
  /** Companies that never got it. */
  lost: number;
  /** Calls to HubSpot from the first event to the end, and for each company that the events were about. */
  calls: number;
  callsPerCompany: number;
}

const unhurried = { max: 1_000_000, windowMs: 10_000, searchesPerSecond: 100_000 };
/** The companies that the events are about, and a crowd that keeps the worker busy meanwhile. */
const [told, crowd] = [50, 1_000];
const eventsInBody = 10;
/** `maxConcurrentRequests` of app.json. */
const atOnce = 10;
const hubspotWaitsMs = 5_000;
const program = join(import.meta.dirname, "../bin/keyline.js");

export async function benchIntake(queue: IntakeFigure["queue"], events: number): Promise<IntakeFigure> {
  const sandbox = await startSandbox();
  const redis = queue === "redis" ? await openRedisServer() : undefined;
  const folder = await mkdtemp(join(tmpdir(), "keyline-bench-"));
  const running: ChildProcess[] = [];
  try {
    const { hubspot, deals, companies } = await fill(sandbox);
    const environment = {
      PORT: "0",
      LOG_LEVEL: "info",
      HUBSPOT_API_BASE: sandbox.url,
      HUBSPOT_ACCESS_TOKEN: "sandbox",
      HUBSPOT_CLIENT_SECRET: "sandbox-secret",
      KEYLINE_DATA: folder,
      ...(redis && { REDIS_URL: redis.url }),
    };
    const roles = queue === "redis" ? ["worker", "web"] : ["all"];
    let url = "";
    for (const role of roles) {
      const started = await startBackend(role, environment);
      running.push(started.child);
      url = started.url ?? url;
    }
    await until(async () => (await countWith(hubspot, companies, 100)) === told);
    await hubspot.records("deals").update(deals.map((id) => ({ id, properties: {}, extra: { amount: "250" } })));
    await sandbox.control("DELETE", "calls");
    const portalId = (await hubspot.account()).portalId;
    // The crowd first: its thousand companies wait on the piles while the burst comes.
    await send(url, bodiesOf(portalId, companies.slice(told), crowd, "company"));
    const startedAt = performance.now();
    const answers = await send(url, bodiesOf(portalId, deals, events, "deal"));
    const sentMs = performance.now() - startedAt;
    await until(async () => (await countWith(hubspot, companies, 250)) === told, 240_000);
    const settledMs = performance.now() - startedAt;
    const { total } = (await sandbox.control("GET", "calls")) as { total: number };
    const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
    const at = (share: number) => round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
    return {
      bench: "intake",
      queue,
      events,
      requests: answers.length,
      eventsPerSecond: Math.round(events / (sentMs / 1_000)),
      p50Ms: at(0.5),
      p99Ms: at(0.99),
      longestMs: at(1),
      failed: answers.filter(({ status, ms }) => status < 200 || status > 299 || ms > hubspotWaitsMs).length,
      settledSeconds: round(settledMs / 1_000),
      lost: told - (await countWith(hubspot, companies, 250)),
      calls: total,
      callsPerCompany: round(total / (told + crowd)),
    };
  } finally {
    for (const child of running) child.kill("SIGKILL");
    await sandbox.close();
    await redis?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Managed companies; the first ones have a won deal of 100 each. */
async function fill(sandbox: SandboxProcess) {
  const { max: perTenSeconds, searchesPerSecond } = unhurried;
  await sandbox.control("PUT", "portal", { limits: { perTenSeconds, perDay: 1e9, searchesPerSecond } });
  const pacer = createPacer({ key: "bench", limits: unhurried });
  const hubspot = openHubSpot({ baseUrl: sandbox.url, token: "sandbox", pacer, log: quietLog });
  await provision({ hubspot, log: quietLog });
  const properties = { am_account_type: "key", am_rhythm: "monthly", am_rhythm_rule: "first sunday" } as const;
  const made = await hubspot
    .records(company)
    .create(Array.from({ length: told + crowd }, (_, n) => ({ properties, extra: { name: `Company ${n}` } })));
  const companies = made.written.map(({ id }) => id);
  const { typeId, category } = await hubspot.associations.type("deals", "companies");
  const today = new Date().toISOString();
  const deal = { dealname: "Deal", dealstage: "closedwon", dealtype: "newbusiness", amount: "100", closedate: today };
  const won = await hubspot
    .records("deals")
    .create(
      companies.slice(0, told).map((to) => ({ properties: {}, extra: deal, associations: [{ to, typeId, category }] })),
    );
  return { hubspot, companies, deals: won.written.map(({ id }) => id) };
}

async function countWith(hubspot: HubSpot, companies: readonly string[], revenue: number): Promise<number> {
  const read = await hubspot.records(company).read(companies.slice(0, told), { properties: ["am_revenue_12_months"] });
  return read.filter(({ properties }) => properties.am_revenue_12_months === revenue).length;
}

function bodiesOf(portalId: number, ids: readonly string[], count: number, kind: "deal" | "company"): string[] {
  const [objectTypeId, propertyName] = kind === "deal" ? ["0-3", "amount"] : ["0-2", "am_tier"];
  const event = (n: number) => ({
    eventId: n,
    subscriptionId: kind === "deal" ? 1 : 2,
    portalId,
    appId: 1,
    occurredAt: Date.now() + n,
    subscriptionType: "object.propertyChange",
    attemptNumber: 0,
    objectId: Number(ids[n % ids.length]),
    objectTypeId,
    propertyName,
    propertyValue: "250",
    changeSource: "CRM_UI",
  });
  return Array.from({ length: Math.ceil(count / eventsInBody) }, (_, body) =>
    JSON.stringify(
      Array.from({ length: Math.min(eventsInBody, count - body * eventsInBody) }, (_one, n) =>
        event(body * eventsInBody + n),
      ),
    ),
  );
}

/** As HubSpot sends them: signed, so many at a time, each waited for. */
async function send(url: string, bodies: readonly string[]): Promise<{ status: number; ms: number }[]> {
  const answers: { status: number; ms: number }[] = [];
  const uri = `${url}/webhooks`;
  let next = 0;
  const sendSome = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const timestamp = String(Date.now());
      const headers = {
        "Content-Type": "application/json",
        "X-HubSpot-Signature-v3": signV3({ method: "POST", uri, body }, timestamp, "sandbox-secret"),
        "X-HubSpot-Request-Timestamp": timestamp,
      };
      const startedAt = performance.now();
      const answer = await fetch(uri, { method: "POST", headers, body });
      await answer.arrayBuffer();
      answers.push({ status: answer.status, ms: performance.now() - startedAt });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sendSome));
  return answers;
}

/** The real backend in a process of its own; it says on its log where it answers. */
async function startBackend(role: string, environment: Record<string, string>) {
  const env = { PATH: process.env["PATH"] ?? "", ...environment };
  const child = spawn(process.execPath, [program, "backend", "--role", role], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "exit").then(() => Promise.reject(new Error(`The backend (${role}) ended`)));
  const started = new Promise<string | undefined>((resolve) => {
    createInterface({ input: child.stderr }).on("line", (line) => {
      if (!line.includes("Keyline is running")) return;
      resolve((JSON.parse(line) as { url?: string }).url);
    });
  });
  const url = await Promise.race([started, ended]);
  ended.catch(() => {});
  return { child, url };
}

async function until(isSo: () => Promise<boolean>, withinMs = 180_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await isSo()) && performance.now() < deadline) await sleep(250);
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
