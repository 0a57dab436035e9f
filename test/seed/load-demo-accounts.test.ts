import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readdirSync, readFileSync } from "node:fs";
import {
  declarations,
  factorReasons,
  frameworkKey,
  ownTargets,
  parseRhythm,
  planReviews,
  planTeam,
  type Declared,
  type PlainDate,
  type RhythmName,
} from "@keyline/domain";
import { createPacer, openHubSpot } from "../../src/hubspot/index.ts";
import { quietLog } from "../../src/log.ts";
import { provision } from "../../src/provision/index.ts";
import { loadDemoAccounts } from "../../src/seed/index.ts";
import { readTable } from "../../src/seed/read-table.ts";
import { openPortal, type OpenPortal } from "./open-portal.ts";

const folder = new URL("../../src/seed/demo/", import.meta.url);
const tableOf = (name: string) => readTable(readFileSync(new URL(name, folder), "utf8"));
const named = (name: string): Declared => declarations.find((each) => each.name === name)!;

const files: [file: string, declared: string][] = [
  ["account_companies.csv", "companies"],
  ["account_contacts.csv", "contacts"],
  ["account_plan.csv", "account_plan"],
  ["account_need.csv", "account_need"],
  ["plan_objective.csv", "plan_objective"],
  ["account_signal.csv", "account_signal"],
  ["check_in.csv", "check_in"],
];

describe("the demo's files", () => {
  test.each(files)("%s holds what %s declares, in values that it can read", (file, name) => {
    const fields = named(name).fields;
    const { headers, rows, unreadable } = tableOf(file);
    const exported = ["Record ID", "Company name", "Email"];
    const own = headers.filter((header) => !exported.includes(header) && !header.startsWith("Associated "));
    expect({ unreadable, unknown: own.filter((header) => !fields[header]) }).toEqual({ unreadable: [], unknown: [] });
    const wrong = rows.flatMap(({ line, cells }) =>
      headers.flatMap((header, at) => {
        const field = fields[header];
        const text = cells[at]!.replaceAll(/\{\w+:[^{}"]+\}/g, "1");
        if (!field || text === "" || field.kind === "owner" || field.kind === "owners") return [];
        return field.fromText(text) === undefined ? [`line ${line}: ${header} '${text}'`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test.each(files.filter(([, name]) => named(name).kind === "object"))(
    "%s fills what has to be filled",
    (file, name) => {
      const required = Object.entries(named(name).fields).flatMap(([field, { required: must }]) => (must ? field : []));
      const { headers, rows } = tableOf(file);
      const empty = rows.filter(({ cells }) => required.some((field) => !cells[headers.indexOf(field)]));
      expect(empty.map(({ line }) => line)).toEqual([]);
    },
  );

  test("hold nothing that Keyline works out itself", () => {
    const computed = ["am_health_score", "am_health_band", "am_next_check_in", "am_last_check_in", "am_priority_score"]
      .concat([
        "am_overdue_check_ins",
        "am_open_needs",
        "revenue_to_date",
        "goal_attainment",
        "open_objectives",
        "initiatives",
      ])
      .concat(["reminder_task_id", "escalation_task_id", "brief", "am_last_spoken_with", "am_plan_status"]);
    const found = files.flatMap(([file]) => tableOf(file).headers.filter((header) => computed.includes(header)));
    expect(found).toEqual([]);
  });

  test("are all loaded by somebody", () => {
    const loaders = ["load-demo.ts", "load-demo-accounts.ts"].map((name) =>
      readFileSync(new URL(`../../src/seed/${name}`, import.meta.url), "utf8"),
    );
    const unused = readdirSync(folder).filter((name) => !loaders.some((text) => text.includes(`"${name}"`)));
    expect(unused).toEqual([]);
  });
});

describe("a provisioned demo portal", () => {
  let portal: OpenPortal;
  let first: Awaited<ReturnType<typeof loadDemoAccounts>>;
  beforeAll(async () => {
    portal = await openPortal("demo");
    const { url: baseUrl, token } = portal.sandbox;
    const pacer = createPacer({ key: "demo", limits: { max: 185, windowMs: 10_000, searchesPerSecond: 5 } });
    await provision({ hubspot: openHubSpot({ baseUrl, token, pacer, log: quietLog }), log: quietLog });
    await portal.call("PUT", "/_sandbox/portal", { limits: { perTenSeconds: 100_000 } });
    first = await loadDemoAccounts(portal.call);
  });
  afterAll(async () => portal.close());

  test("takes everything in, and a second load doubles nothing", async () => {
    expect(first.skipped).toEqual([]);
    expect(await loadDemoAccounts(portal.call)).toMatchObject({ created: 0, updated: 0, skipped: [] });
  });

  test("manages some thirty accounts of every type and leaves others alone", async () => {
    const companies = await portal.all("companies", ["am_account_type", "am_rhythm", "am_lead_manager"]);
    const managed = companies.filter(({ properties }) => properties["am_account_type"] && properties["am_rhythm"]);
    expect(new Set(managed.map(({ properties }) => properties["am_account_type"]))).toEqual(
      new Set(["sales", "key", "territory", "strategic"]),
    );
    expect([managed.length >= 28, companies.length - managed.length >= 15]).toEqual([true, true]);
    expect(managed.filter(({ properties }) => !properties["am_lead_manager"])).toEqual([]);
  });

  test("keys are made of the ids that the portal gave", async () => {
    const ids = new Set((await portal.all("companies", [])).map(({ id }) => id));
    for (const [type, key] of keys) {
      const records = (await portal.all(type, [key, "company_record_id"], ["companies"])).filter(isNoFramework);
      const strangers = records.filter(({ properties, associations }) => {
        const company = properties["company_record_id"]!;
        const isAtCompany = associations?.["companies"]?.results.some(({ id }) => id === company);
        return !ids.has(company) || !properties[key]!.startsWith(`${company}:`) || !isAtCompany;
      });
      expect({ type, strangers, some: records.length > 0 }).toEqual({ type, strangers: [], some: true });
    }
  });

  test("objectives hang on their plan, needs on who voiced them", async () => {
    const { results: schemas } = await portal.get<{ results: { name: string; fullyQualifiedName: string }[] }>(
      "/crm-object-schemas/2026-09/schemas",
    );
    const plan = schemas.find(({ name }) => name === "account_plan")!.fullyQualifiedName;
    const objectives = await portal.all("p_plan_objective", ["plan_key"], [plan]);
    expect(objectives.filter(({ associations }) => !associations)).toEqual([]);
    const needs = await portal.all("p_account_need", [], ["contacts"]);
    expect(needs.filter(({ associations }) => !associations?.["contacts"])).toEqual([]);
  });

  test("texts that have parts can be read: targets, reasons, teams, reviews", async () => {
    for (const { properties } of await portal.all("companies", ["am_targets", "am_factor_reasons"])) {
      ownTargets.read(properties["am_targets"]);
      factorReasons.read(properties["am_factor_reasons"]);
    }
    const plans = (await portal.all("p_account_plan", ["plan_key", "team_roles", "reviews"])).filter(isNoFramework);
    const reviewed = plans.filter(({ properties }) => (planReviews.read(properties["reviews"]) ?? []).length > 0);
    expect(reviewed.length).toBeGreaterThan(8);
    expect(plans.filter(({ properties }) => !planTeam.read(properties["team_roles"])?.length)).toEqual([]);
  });

  test("held check-ins are over, and every rhythm can be read", async () => {
    const held = await portal.all("p_check_in", ["state", "held_on", "slot_date", "recommendations"]);
    const late = held.filter(
      ({ properties }) => properties["state"] === "held" && properties["held_on"]! > "2026-11-22",
    );
    expect(late).toEqual([]);
    const companies = await portal.all("companies", ["am_rhythm", "am_rhythm_rule", "am_rhythm_anchor"]);
    for (const { properties } of companies.filter((each) => each.properties["am_rhythm"])) {
      const { am_rhythm: name, am_rhythm_rule: rule, am_rhythm_anchor: anchor } = properties;
      expect(() => parseRhythm({ name: name as RhythmName, rule, anchor: anchor! as PlainDate })).not.toThrow();
    }
  });
});

/** The portal's framework is a plan without a company; provisioning makes it. */
function isNoFramework({ properties }: { properties: Record<string, string | null> }): boolean {
  return properties["plan_key"] !== frameworkKey;
}

const keys = [
  ["p_account_plan", "plan_key"],
  ["p_account_need", "need_key"],
  ["p_plan_objective", "objective_key"],
  ["p_account_signal", "signal_key"],
  ["p_check_in", "check_in_key"],
] as const;
