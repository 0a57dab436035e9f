import { company } from "@keyline/domain";
import { createPacer, openHubSpot, type HubSpot } from "../src/hubspot/index.ts";
import { quietLog } from "../src/log.ts";
import { provision } from "../src/provision/index.ts";
import type { SandboxProcess } from "./sandbox-process.ts";

/** When the benchmarks of numbers take place: a Sunday morning in Riyadh. */
export const benchNow = "2026-11-22T06:00:00Z";
/** Limits that nobody reaches: calls are counted, not waited for. */
export const unhurried = { max: 1_000_000, windowMs: 10_000, searchesPerSecond: 100_000 };

/**
 * What stands in the portal: for each company two deals with a line item each, and a contact; for every tenth
 * a ticket and a need; and the next check-in of each, planned. */
export interface Records {
  companies: number;
  deals: number;
  lineItems: number;
  contacts: number;
  tickets: number;
  needs: number;
  checkIns: number;
}

export function recordsFor(companies: number): Records {
  const tenth = Math.ceil(companies / 10);
  return {
    companies,
    deals: 2 * companies,
    lineItems: 2 * companies,
    contacts: companies,
    tickets: tenth,
    needs: tenth,
    checkIns: companies,
  };
}

/** The portal of a sandbox, without any pace. */
export function open(sandbox: SandboxProcess): HubSpot {
  const pacer = createPacer({ key: "bench", limits: unhurried });
  return openHubSpot({ baseUrl: sandbox.url, token: "sandbox", pacer, log: quietLog });
}

/** Fills an empty sandbox with these records, and sets its clock to `benchNow`. */
export async function fill(sandbox: SandboxProcess, { companies }: Records): Promise<void> {
  const { max: perTenSeconds, searchesPerSecond } = unhurried;
  await sandbox.control("PUT", "portal", {
    timeZone: "Asia/Riyadh",
    limits: { perTenSeconds, perDay: 1e9, searchesPerSecond },
  });
  await sandbox.control("PUT", "clock", { now: benchNow });
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

/** Changes the amount of one deal of each of so many companies, the same ones each time. */
export async function changeDeals(sandbox: SandboxProcess, companies: number): Promise<void> {
  const hubspot = open(sandbox);
  const ids: string[] = [];
  // Two deals of a company follow each other.
  for await (const page of hubspot.records("deals").list({ properties: [] })) {
    ids.push(...page.map(({ id }) => id));
    if (ids.length >= 2 * companies) break;
  }
  const chosen = ids.slice(0, 2 * companies).filter((_, place) => place % 2 === 0);
  const amount = (id: string) => String(1_000 + ((Number(id) * 7_919 + changes) % 90_000));
  changes++;
  const changed = chosen.map((id) => ({ id, properties: {}, extra: { amount: amount(id) } }));
  const { refused } = await hubspot.records("deals").update(changed);
  if (refused[0]) throw refused[0].problem;
}

/** How often deals were changed, so that each time makes another amount. */
let changes = 0;

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
