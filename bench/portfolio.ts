import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { company } from "@keyline/domain";
import { openBackend } from "../src/backend.ts";
import { readEnvironment } from "../src/environment.ts";
import { createPacer, openHubSpot, signV3 } from "../src/hubspot/index.ts";
import { quietLog } from "../src/log.ts";
import { provision } from "../src/provision/index.ts";
import { startSandbox, type SandboxProcess } from "./sandbox-process.ts";

/** What opening the portfolio page costs: over HTTP, signed as HubSpot signs it, with HubSpot's own limits. */
export interface PortfolioFigure {
  bench: "portfolio";
  accounts: number;
  /** Until the first page is there, in a process that knows nothing; the page shows its progress meanwhile. */
  coldSeconds: number;
  coldCalls: number;
  /** Any page, filter or order while the accounts are fresh. */
  warmMs: { median: number; p99: number };
  warmCalls: number;
  /** After one account changed and the accounts had grown old: what changed is read first. */
  changedMs: number;
  changedCalls: number;
  /** By another process, from the shelf. */
  restartedMs: number;
  restartedCalls: number;
  answerKb: number;
  exportMs: number;
  exportKb: number;
}

const secret = "sandbox-secret";
const owners = 25;
const queries: Record<string, string>[] = [
  {},
  { sort: "health" },
  { tier: "a", sort: "name" },
  { search: "company 12" },
  { page: "40" },
];

export async function benchPortfolio(accounts: number): Promise<PortfolioFigure> {
  const sandbox = await startSandbox();
  const data = await mkdtemp(join(tmpdir(), "keyline-bench-"));
  try {
    await fill(sandbox, accounts);
    return await measure(sandbox, data, accounts);
  } finally {
    await sandbox.close();
    await rm(data, { recursive: true, force: true });
  }
}

async function fill(sandbox: SandboxProcess, count: number): Promise<void> {
  await sandbox.control("PUT", "portal", { limits: { perTenSeconds: 1e6, perDay: 1e9, searchesPerSecond: 1e5 } });
  const limits = { max: 1e6, windowMs: 10_000, searchesPerSecond: 1e5 };
  const hubspot = openHubSpot({
    baseUrl: sandbox.url,
    token: "sandbox",
    pacer: createPacer({ key: "fill", limits }),
    log: quietLog,
  });
  await provision({ hubspot, log: quietLog });
  const people = Array.from({ length: owners }, (_, at) => ({
    properties: {
      id: String(11 + at),
      userId: 1_011 + at,
      firstName: "Owner",
      lastName: String(at),
      email: `o${at}@example.com`,
    },
  }));
  await sandbox.control("POST", "records/owners", { inputs: people });
  const months = JSON.stringify(
    Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`2026-${String(at + 1).padStart(2, "0")}`, 1_250_000])),
  );
  for (let made = 0; made < count; made += 2_000) {
    const inputs = Array.from({ length: Math.min(2_000, count - made) }, (_, index) => {
      const at = made + index;
      return {
        properties: {
          am_account_type: (["sales", "key", "territory", "strategic"] as const)[at % 4],
          am_tier: (["a", "b", "c"] as const)[at % 3],
          am_rhythm: "monthly",
          am_lead_manager: String(11 + (at % owners)),
          am_health_score: at % 100,
          am_health_band: (["healthy", "slipping", "at_risk"] as const)[at % 3],
          am_revenue_goal: 200_000,
          am_revenue_to_date: 150_000,
          am_goal_attainment: 75,
          am_revenue_by_month: months,
          am_plan_status: "active",
          am_next_check_in: "2026-12-06",
        } as const,
        extra: { name: `Company ${at + 1}` },
      };
    });
    await hubspot.records(company).create(inputs);
  }
}

async function measure(sandbox: SandboxProcess, data: string, accounts: number): Promise<PortfolioFigure> {
  await sandbox.control("PUT", "portal", { limits: { perTenSeconds: 190, perDay: 1e9, searchesPerSecond: 5 } });
  // The limit's window still holds the calls that filled the portal.
  await new Promise((resolve) => setTimeout(resolve, 11_000));
  // The accounts were made long ago: what has just changed is read again at the next look, in case the search lags.
  let aheadMs = 0;
  const wait = async () => {
    aheadMs += 10 * 60_000;
    await sandbox.control("PUT", "clock", { advanceMs: 10 * 60_000 });
  };
  await wait();
  const now = () => new Date(Date.now() + aheadMs);
  const environment = readEnvironment({
    PORT: "0",
    HUBSPOT_API_BASE: sandbox.url,
    HUBSPOT_ACCESS_TOKEN: "sandbox",
    HUBSPOT_CLIENT_SECRET: secret,
    KEYLINE_DATA: data,
  });
  const open = () => openBackend({ environment, role: "web", now, log: quietLog });
  const calls = async () => {
    const { total } = (await sandbox.control("GET", "calls")) as { total: number };
    await sandbox.control("DELETE", "calls");
    return total;
  };
  const first = await open();
  const [portalId = ""] = await first.portals.ids();
  const ask = (url: string, path: string, query: Record<string, string>) =>
    signedGet(url + path, { ...query, portalId });
  const page = async (url: string, query: Record<string, string> = {}) => {
    for (;;) {
      const text = await ask(url, "/cards/portfolio", { scope: "all", ...query });
      if (!text.includes('"state":"preparing"')) return text;
      await new Promise((resolve) => setTimeout(resolve, 1_500));
    }
  };
  await calls();
  const cold = await timed(() => page(first.url ?? ""));
  const coldCalls = await calls();
  const warm: number[] = [];
  for (let turn = 0; turn < 40; turn++)
    warm.push((await timed(() => page(first.url ?? "", queries[turn % queries.length]))).ms);
  const warmCalls = await calls();
  await wait();
  const change = { inputs: [{ id: await someId(sandbox), properties: { am_tier: "c" } }] };
  await hubSpot(sandbox, "/crm/objects/2026-09/companies/batch/update", change);
  await calls();
  const changed = await timed(() => page(first.url ?? ""));
  const changedCalls = await calls();
  const exported = await timed(async () => {
    const { url } = JSON.parse(await ask(first.url ?? "", "/cards/portfolio/export", { scope: "all" })) as {
      url: string;
    };
    return (await fetch(url)).text();
  });
  await first.close();
  const second = await open();
  await second.portals.ids();
  await calls();
  const restarted = await timed(() => page(second.url ?? ""));
  const restartedCalls = await calls();
  await second.close();
  const sorted = warm.toSorted((one, other) => one - other);
  const kb = (text: string) => Math.round(Buffer.byteLength(text) / 1_024);
  return {
    bench: "portfolio",
    accounts,
    coldSeconds: Math.round(cold.ms / 100) / 10,
    coldCalls,
    warmMs: { median: sorted[Math.floor(sorted.length / 2)] ?? 0, p99: sorted.at(-1) ?? 0 },
    warmCalls,
    changedMs: changed.ms,
    changedCalls,
    restartedMs: restarted.ms,
    restartedCalls,
    answerKb: kb(cold.value),
    exportMs: exported.ms,
    exportKb: kb(exported.value),
  };
}

async function timed<T>(run: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const startedAt = performance.now();
  const value = await run();
  return { ms: Math.round(performance.now() - startedAt), value };
}

/** As HubSpot sends a card's request. A nonce keeps two equal reads of one millisecond apart. */
async function signedGet(url: string, query: Record<string, string>): Promise<string> {
  const caller = { userId: "1011", userEmail: "o0@example.com", appId: "1", lang: "en", nonce: crypto.randomUUID() };
  const uri = `${url}?${new URLSearchParams({ ...query, ...caller }).toString()}`;
  const timestamp = String(Date.now());
  const signature = signV3({ method: "GET", uri, body: "" }, timestamp, secret);
  const headers = { "X-HubSpot-Signature-v3": signature, "X-HubSpot-Request-Timestamp": timestamp };
  const answer = await fetch(uri, { headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text}`);
  return text;
}

async function someId(sandbox: SandboxProcess): Promise<string> {
  const { results } = (await hubSpot(sandbox, "/crm/objects/2026-09/companies?limit=1")) as {
    results: { id: string }[];
  };
  return results[0]?.id ?? "";
}

async function hubSpot(sandbox: SandboxProcess, path: string, body?: unknown): Promise<unknown> {
  const headers = { authorization: "Bearer sandbox", "content-type": "application/json" };
  const answer = await fetch(sandbox.url + path, {
    headers,
    ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
