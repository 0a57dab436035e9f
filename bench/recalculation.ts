import { company } from "@keyline/domain";
import { createPacer, openHubSpot, type HubSpot } from "../src/hubspot/index.ts";
import { recalculatePass, type NumbersParts } from "../src/kpis/index.ts";
import { settingsFrom } from "@keyline/domain";
import { quietLog } from "../src/log.ts";
import { provision } from "../src/provision/index.ts";
import { startSandbox, type SandboxProcess } from "./sandbox-process.ts";
import { watchMemory } from "./watch-memory.ts";

/** One pass over a portal: everything computed from the records that HubSpot holds, and what has changed written. */
export interface RecalculationFigure {
  bench: "recalculation";
  companies: number;
  /** `first`: nothing was ever computed. `again`: nothing changed. `thorough`: the same, every stored number compared. */
  pass: "first" | "again" | "thorough";
  calls: number;
  /** docs/decisions/0016-cost-of-recalculation.md */
  least: number;
  ratio: number;
  written: number;
  peakMemoryMb: number;
  seconds: number;
}

const now = new Date("2026-11-22T06:00:00Z");
const unhurried = { max: 1_000_000, windowMs: 10_000, searchesPerSecond: 100_000 };
const settings = settingsFrom({});

/** What stands in the portal: for each company two deals with a line item each, and a contact; for every tenth a ticket and a need. */
interface Records {
  companies: number;
  deals: number;
  lineItems: number;
  contacts: number;
  tickets: number;
  needs: number;
}

function recordsFor(companies: number): Records {
  const tenth = Math.ceil(companies / 10);
  return {
    companies,
    deals: 2 * companies,
    lineItems: 2 * companies,
    contacts: companies,
    tickets: tenth,
    needs: tenth,
  };
}

const metricsOf = 12;
/** The quarter that runs. A nightly pass computes month and year with it, from the same facts. */
const periods = 1;

/** The least calls for a pass: each record read once and each changed one written once, in the largest batches there are. */
export function leastCalls(records: Records, pass: RecalculationFigure["pass"]): number {
  const { companies, deals, lineItems, contacts, tickets, needs } = records;
  const by = (count: number, size: number) => Math.ceil(count / size);
  const kpis = companies * metricsOf * periods;
  // Account, owners (those who left apart), the pipelines of deals and of tickets.
  const portal = 5;
  const reads =
    by(companies, 200) +
    3 * by(companies, 1_000) +
    by(deals, 100) + by(deals, 1_000) + by(lineItems, 100) +
    by(contacts, 1_000) +
    by(tickets, 100) +
    // Needs; signals, check-ins, plans and contacts with a role of which there are none: a question each.
    by(needs, 200) + 4; // prettier-ignore
  if (pass === "again") return portal + reads;
  if (pass === "thorough") return portal + reads + by(kpis, 100);
  return portal + reads + by(kpis, 100) + by(kpis, 2_000) + by(companies, 100);
}

/** Fills a sandbox in a process of its own, then goes over it three times: first, again, and again comparing everything. */
export async function benchRecalculation(companies: number): Promise<RecalculationFigure[]> {
  const sandbox = await startSandbox({ memoryMb: 12_000 });
  try {
    const records = recordsFor(companies);
    await fill(sandbox, records);
    const figures: RecalculationFigure[] = [];
    for (const pass of ["first", "again", "thorough"] as const) figures.push(await measure(sandbox, records, pass));
    return figures;
  } finally {
    await sandbox.close();
  }
}

async function measure(
  sandbox: SandboxProcess,
  records: Records,
  pass: RecalculationFigure["pass"],
): Promise<RecalculationFigure> {
  const hubspot = open(sandbox);
  const parts: NumbersParts = { hubspot, settings, now: () => now };
  const memory = watchMemory();
  const startedAt = performance.now();
  const { written } = await recalculatePass(parts, { periods: ["2026-Q4"], isThorough: pass === "thorough" });
  const calls = hubspot.calls();
  const least = leastCalls(records, pass);
  return {
    bench: "recalculation",
    companies: records.companies,
    pass,
    calls,
    least,
    ratio: Number((calls / least).toFixed(3)),
    written,
    peakMemoryMb: memory.stop(),
    seconds: Math.round((performance.now() - startedAt) / 1_000),
  };
}

function open(sandbox: SandboxProcess): HubSpot {
  const pacer = createPacer({ key: "bench", limits: unhurried });
  return openHubSpot({ baseUrl: sandbox.url, token: "sandbox", pacer, log: quietLog });
}

async function fill(sandbox: SandboxProcess, { companies }: Records): Promise<void> {
  const { max: perTenSeconds, searchesPerSecond } = unhurried;
  await sandbox.control("PUT", "portal", {
    timeZone: "Asia/Riyadh",
    limits: { perTenSeconds, perDay: 1e9, searchesPerSecond },
  });
  await sandbox.control("PUT", "clock", { now: now.toISOString() });
  const hubspot = open(sandbox);
  await provision({ hubspot, log: quietLog });
  const person = { id: "11", userId: 1011, firstName: "Noura", lastName: "Alharbi", email: "noura@example.com" };
  await sandbox.control("POST", "records/owners", { inputs: [{ properties: person }] });
  const [product] = (
    await hubspot.records("products").create([{ properties: {}, extra: { name: "Blast chiller", price: "100" } }])
  ).written;
  for (let made = 0; made < companies; made += atOnce) {
    const count = Math.min(atOnce, companies - made);
    await fillPart(hubspot, made, count, product?.id ?? "");
  }
}

const atOnce = 2_000;

async function fillPart(hubspot: HubSpot, from: number, count: number, productId: string): Promise<void> {
  const places = Array.from({ length: count }, (_, index) => from + index);
  const accounts = await hubspot.records(company).create(
    places.map((place) => ({
      properties: { am_account_type: "key", am_tier: "b", am_rhythm: "quarterly", am_relationship: 1 + (place % 5) },
      extra: { name: `Company ${place}`, hubspot_owner_id: "11" },
    })),
  );
  const ids = accounts.written.map(({ id }) => id);
  const deals = await create(
    hubspot,
    "deals",
    ids.flatMap((id, place) => [deal(id, place, "2026-05-05"), deal(id, place, "2025-05-05")]),
  );
  const item = { name: "Blast chiller", hs_product_id: productId, quantity: "1", price: "100" };
  await create(
    hubspot,
    "line_items",
    deals.map((id) => ({ extra: item, to: id, typeId: 20 })),
  );
  await create(
    hubspot,
    "contacts",
    ids.map((id) => ({ extra: { email: `person.${id}@example.com` }, to: id, typeId: 279 })),
  );
  const tenth = ids.filter((_, place) => place % 10 === 0);
  await create(
    hubspot,
    "tickets",
    tenth.map((id) => ({ extra: { subject: "Late", hs_pipeline: "0", hs_pipeline_stage: "1" }, to: id, typeId: 339 })),
  );
  await create(
    hubspot,
    "p_account_need",
    tenth.map((id) => ({
      extra: {
        need_key: `${id}:one`,
        need_name: "Arabic",
        need_status: "confirmed",
        risk: "high",
        company_record_id: id,
      },
    })),
  );
}

function deal(companyId: string, place: number, closedate: string): Made {
  const extra = {
    dealname: `Deal ${place}`,
    amount: String(100 + (place % 9_000)),
    closedate,
    dealtype: "existingbusiness",
    pipeline: "default",
    dealstage: "closedwon",
  };
  return { extra, to: companyId, typeId: 5 };
}

interface Made {
  extra: Record<string, string>;
  to?: string;
  typeId?: number;
}

async function create(hubspot: HubSpot, object: string, made: readonly Made[]): Promise<string[]> {
  const { written, refused } = await hubspot.records(object).create(
    made.map(({ extra, to, typeId }) => ({
      properties: {},
      extra,
      ...(to && typeId && { associations: [{ to, typeId, category: "HUBSPOT_DEFINED" }] }),
    })),
  );
  if (refused[0]) throw refused[0].problem;
  return written.map(({ id }) => id);
}
