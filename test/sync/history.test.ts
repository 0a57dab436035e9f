import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { accountKpi, company, isManaged } from "@keyline/domain";
import { openFileStore } from "../../src/commands/open-place.ts";
import { rankPortal, recalculatePass } from "../../src/kpis/index.ts";
import { heardFrom } from "../../src/sync/heard.ts";
import { reconcileChanges, reconcileFully, type ReconcileParts } from "../../src/sync/index.ts";
import { passes } from "../../src/sync/kinds/index.ts";
import { companiesCalledFor } from "../../src/sync/read-events.ts";
import { settle } from "../../src/sync/settle.ts";
import { openStage, type Stage } from "../check-ins/stage.ts";
import { happen, happenings, type Cast } from "./histories.ts";
import { openEar, type Ear } from "./webhook-ear.ts";

const numRuns = process.env["SLOW"] ? 25 : 5;

let stage: Stage;
let ear: Ear;
let folder: string;
let parts: ReconcileParts;

beforeAll(async () => {
  stage = await openStage();
  ear = await openEar();
  folder = await mkdtemp(join(tmpdir(), "keyline-history-"));
  parts = { ...stage.parts, portalId: "48000001", store: openFileStore(join(folder, "place.json")) };
  await stage.control("PUT", "webhooks", { targetUrl: ear.url });
}, 60_000);
afterAll(async () => {
  await stage?.close();
  await ear?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What becomes of each event on its way: 0 lost, 1 told, 2 told twice; and in what order they come. */
const fates = fc.array(fc.record({ times: fc.nat(2), order: fc.nat(1_000) }), { minLength: 7, maxLength: 30 });
const history = (withMoves: boolean) =>
  fc.array(fc.oneof({ weight: 4, arbitrary: happenings(withMoves) }, fc.constant("deliver" as const)), {
    minLength: 4,
    maxLength: 20,
  });

async function deliver(fate: readonly { times: number; order: number }[]): Promise<void> {
  await stage.sandbox.webhooksIdle();
  const told = ear
    .take()
    .flatMap((event) => heardFrom(event) ?? [])
    .flatMap((event, at) => {
      const { times, order } = fate[at % fate.length]!;
      return Array.from({ length: times }, (_, time) => ({ event, order: (order * (time + 1) * 7) % 1_000 }));
    })
    .sort((a, b) => a.order - b.order)
    .map(({ event }) => event);
  const called = await companiesCalledFor(stage.hubspot, told);
  for (const pass of passes) if (called[pass].size > 0) await settle(pass, parts, [...called[pass]]);
}

/** Moments of writing differ; everything else must be the same. */
const moments = ["calculated_at", "am_last_recalculated"];
/** A share of all accounts: the nightly and the full pass rank, what changed in one account does not. */
const ranked = ["am_revenue_rank", "am_selection_score", "am_score_reasons"];

/**
 * All that numbers are in HubSpot, by place: the records of KPIs, and what the companies say of themselves. Of accounts
 * that are managed: one that is so no more keeps its last numbers.
 */
async function rollUps(companyIds: readonly string[], leftOut: readonly string[]): Promise<Map<string, unknown>> {
  const companies = (await stage.hubspot.records(company).read(companyIds)).filter(({ properties }) =>
    isManaged(properties),
  );
  const tied = await stage.hubspot.associations.read(
    "companies",
    accountKpi,
    companies.map(({ id }) => id),
  );
  const wanted = new Set([...tied.values()].flat().map(({ id }) => id));
  const found = new Map<string, unknown>();
  const note = (key: string, properties: object) => {
    for (const [name, value] of Object.entries(without(properties, leftOut))) found.set(`${key} ${name}`, value);
  };
  for (const { id, properties } of companies) note(id, properties);
  for await (const page of stage.hubspot.records(accountKpi).list()) {
    for (const { id, properties } of page) if (wanted.has(id)) note(properties.kpi_key ?? id, properties);
  }
  return found;
}

function differences(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] {
  const places = [...new Set([...one.keys(), ...other.keys()])];
  return places
    .filter((place) => one.get(place) !== other.get(place))
    .map((place) => `${place}: ${String(one.get(place))}, from nothing ${String(other.get(place))}`);
}

function without(properties: object, names: readonly string[]) {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => ![...moments, ...names].includes(name)));
}

/** Written by numbers alone: cleared, they come from nothing. */
const computed = Object.keys(company.fields).filter((name) =>
  /_score$|_to_date$|attainment|satisfaction$|open_needs|unmet_high|high_risk_gaps|revenue_rank|revenue_12|score_reasons|health_band/.test(
    name,
  ),
);

async function fromNothing(companyIds: readonly string[], leftOut: readonly string[]) {
  const kpis: string[] = [];
  for await (const page of stage.hubspot.records(accountKpi).list()) kpis.push(...page.map(({ id }) => id));
  await stage.hubspot.records(accountKpi).archive(kpis);
  const cleared = Object.fromEntries(computed.map((name) => [name, null]));
  await stage.hubspot.records(company).update(companyIds.map((id) => ({ id, properties: cleared })));
  await recalculatePass(parts, { isThorough: true });
  await rankPortal(parts);
  return rollUps(companyIds, leftOut);
}

type Step = Parameters<typeof happen>[2] | "deliver";

/** Accounts with numbers that everybody agrees on, and then a history with minutes between its events. */
async function play(before: readonly Step[], events: readonly Step[], fate: Parameters<typeof deliver>[0]) {
  const managed = { am_account_type: "key", am_rhythm: "monthly", am_rhythm_rule: "first sunday" } as const;
  const cast: Cast = { companies: await stage.companies(3, managed), deals: [], tickets: [], needs: [], made: 0 };
  for (const one of before) await (one === "deliver" ? deliver(fate) : happen(stage, cast, one));
  // Twice: what the first one wrote is a change as well.
  for (let times = 0; times < 2; times++) {
    await reconcileChanges(parts);
    await minutesPass();
  }
  await stage.sandbox.webhooksIdle();
  ear.take();
  for (const one of events) {
    await (one === "deliver" ? deliver(fate) : happen(stage, cast, one));
    await minutesPass();
  }
  return cast;
}

let nowMs = Date.parse("2026-11-22T06:00:00Z");
async function minutesPass(): Promise<void> {
  nowMs += 11 * 60_000;
  await stage.goTo(new Date(nowMs).toISOString());
}

async function tidy({ companies }: Cast): Promise<void> {
  await stage.hubspot.records(company).archive(companies);
  await stage.sandbox.webhooksIdle();
  ear.take();
}

test("after any history of events lost, doubled and reordered, what changed brings the numbers to what they are from nothing", async () => {
  await reconcileFully(parts);
  await fc.assert(
    fc.asyncProperty(history(false), history(false), fates, async (before, events, fate) => {
      const cast = await play(before, events, fate);
      await reconcileChanges(parts);
      const reconciled = await rollUps(cast.companies, ranked);
      expect(differences(reconciled, await fromNothing(cast.companies, ranked))).toEqual([]);
      await tidy(cast);
    }),
    { numRuns, endOnFailure: true },
  );
}, 600_000);

test("a full pass does so whatever happened, also where associations alone tell it", async () => {
  await fc.assert(
    fc.asyncProperty(history(true), history(true), fates, async (before, events, fate) => {
      const cast = await play(before, events, fate);
      await reconcileFully(parts);
      const reconciled = await rollUps(cast.companies, []);
      expect(differences(reconciled, await fromNothing(cast.companies, []))).toEqual([]);
      await tidy(cast);
    }),
    { numRuns, endOnFailure: true },
  );
}, 600_000);
