import { resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { accountNeed, accountPlan, checkIn, company, frameworkKey, type Declared } from "@keyline/domain";
import { quietLog } from "../../src/log.ts";
import { readManifest } from "../../src/manifest/index.ts";
import { declaredLists, provision } from "../../src/provision/index.ts";
import { openPortal, type TestPortal } from "../hubspot/open-portal.ts";

let portal: TestPortal;
beforeEach(async () => {
  portal = await openPortal();
  await portal.control("PUT", "clock", { now: "2026-11-24T06:00:00Z" });
});
afterEach(() => portal.close());

const run = (options: Parameters<typeof provision>[1] = {}) =>
  provision({ hubspot: portal.hubspot, log: quietLog }, options);

/** HubSpot's own answer, over its public routes. */
async function hubspot(method: string, path: string, body?: unknown) {
  const answer = await fetch(portal.sandbox.url + path, {
    method,
    headers: { authorization: `Bearer ${portal.sandbox.token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return (text ? JSON.parse(text) : undefined) as never;
}

interface Found {
  listId: string;
  name: string;
}
const found = async (): Promise<Found[]> =>
  (await (hubspot("POST", "/crm/lists/2026-09/search", { count: 100 }) as Promise<{ lists: Found[] }>)).lists;
const listNamed = async (name: string) => (await found()).find((list) => list.name === name);

async function make(object: Declared, properties: Record<string, string>): Promise<string> {
  const type = object.kind === "object" ? `p_${object.name}` : object.name;
  const key = object.kind === "object" ? { [object.key]: crypto.randomUUID() } : {};
  const named = object.kind === "object" ? { [object.primary]: "X" } : { name: "X" };
  const record: { id: string } = await hubspot("POST", `/crm/objects/2026-09/${type}`, {
    properties: { ...named, ...key, ...properties },
    associations: [],
  });
  return record.id;
}

const need = { company_record_id: "1", need_status: "confirmed", risk: "high" };
const plan = { company_record_id: "1", plan_status: "active", ends_on: "2027-06-30", last_touched_on: "2026-11-20" };
const slot = { company_record_id: "1", slot_date: "2026-11-01", planned_date: "2026-11-01", due_date: "2026-11-01" };

/** For each list: who belongs in it on 24 November 2026, and who just does not. */
const members: Record<string, { object: Declared; yes: Record<string, string>[]; no: Record<string, string>[] }> = {
  "Strategic accounts at risk": {
    object: company,
    yes: [{ am_account_type: "strategic", am_health_band: "at_risk" }],
    no: [{ am_account_type: "key", am_health_band: "at_risk" }, { am_account_type: "strategic" }],
  },
  "Overdue check-ins": {
    object: checkIn,
    yes: [{ ...slot, state: "overdue" }],
    no: [{ ...slot, state: "planned" }],
  },
  "High-risk needs without an initiative": {
    object: accountNeed,
    yes: [need, { ...need, initiatives: "0" }],
    no: [
      { ...need, initiatives: "1" },
      { ...need, need_status: "met" },
      { ...need, risk: "low" },
    ],
  },
  "Plans ending within 60 days": {
    object: accountPlan,
    yes: [
      { ...plan, ends_on: "2026-11-24" },
      { ...plan, ends_on: "2027-01-23" },
    ],
    no: [
      { ...plan, ends_on: "2026-11-23" },
      { ...plan, ends_on: "2027-01-24" },
      { ...plan, ends_on: "2026-12-31", plan_status: "closed" },
    ],
  },
  "Key accounts with no economic buyer": {
    object: company,
    yes: [{ am_account_type: "key" }, { am_account_type: "key", am_economic_buyer_known: "false" }],
    no: [{ am_account_type: "key", am_economic_buyer_known: "true" }, { am_account_type: "sales" }],
  },
  "No satisfaction answer for two quarters": {
    object: company,
    yes: [
      { am_account_type: "key", am_rhythm: "monthly" },
      { am_account_type: "key", am_rhythm: "monthly", am_last_satisfaction_answer: "2026-05-25" },
    ],
    no: [{ am_account_type: "key", am_rhythm: "monthly", am_last_satisfaction_answer: "2026-05-26" }, {}],
  },
  "Notice date within 90 days": {
    object: company,
    yes: [{ am_notice_by: "2026-11-24" }, { am_notice_by: "2027-02-22" }],
    no: [{ am_notice_by: "2026-11-23" }, { am_notice_by: "2027-02-23" }, {}],
  },
  "Plans untouched for 60 days": {
    object: accountPlan,
    yes: [{ ...plan, last_touched_on: "2026-09-24" }],
    no: [
      { ...plan, last_touched_on: "2026-09-25" },
      { ...plan, last_touched_on: "2026-01-01", plan_status: "closed" },
    ],
  },
};

describe("who is in a list", () => {
  test("every list has its cases", () => {
    expect(declaredLists.map(({ name }) => name.en).sort()).toEqual(Object.keys(members).sort());
  });

  test.each(Object.entries(members))("%s", async (name, { object, yes, no }) => {
    await run();
    const inside = await Promise.all(yes.map((properties) => make(object, properties)));
    await Promise.all(no.map((properties) => make(object, properties)));

    const list = await listNamed(name);
    const path = `/crm/lists/2026-09/${list?.listId}/memberships`;
    const { results } = (await hubspot("GET", path)) as { results: { recordId: string }[] };

    expect(results.map(({ recordId }) => recordId).sort()).toEqual(inside.sort());
  });
});

describe("what people do with a list", () => {
  const name = "Notice date within 90 days";
  const theirs = (value: string) => ({
    filterBranchType: "OR",
    filterBranchOperator: "OR",
    filters: [],
    filterBranches: [
      {
        filterBranchType: "AND",
        filterBranchOperator: "AND",
        filterBranches: [],
        filters: [
          {
            filterType: "PROPERTY",
            property: "name",
            operation: { operationType: "STRING", operator: "CONTAINS", value, includeObjectsWithNoValueSet: false },
          },
        ],
      },
    ],
  });

  test("other filters stay", async () => {
    await run();
    const list = await listNamed(name);
    await hubspot("PUT", `/crm/lists/2026-09/${list?.listId}/update-list-filters`, { filterBranch: theirs("Najd") });

    const report = await run();

    expect({ ...report, unchanged: 0 }).toMatchObject({ created: [], extended: [], warnings: [] });
    const { list: stands }: { list: object } = await hubspot(
      "GET",
      `/crm/lists/2026-09/${list?.listId}?includeFilters=true`,
    );
    expect(JSON.stringify(stands)).toContain("Najd");
  });

  test("another name stays, and no second list is made", async () => {
    await run();
    const list = await listNamed(name);
    await hubspot("PUT", `/crm/lists/2026-09/${list?.listId}/update-list-name?listName=Renewals`);

    await run({ language: "ar" });

    expect((await found()).filter(({ listId }) => listId === list?.listId)).toMatchObject([{ name: "Renewals" }]);
    expect(await found()).toHaveLength(declaredLists.length);
  });

  test("a list in the bin is an answer: it is not made again", async () => {
    await run();
    const list = await listNamed(name);
    await hubspot("DELETE", `/crm/lists/2026-09/${list?.listId}`);

    await run();

    expect(await listNamed(name)).toBeUndefined();
  });

  test("a list of their own under our name is left alone, and said", async () => {
    await hubspot("POST", "/crm/lists/2026-09", {
      name,
      objectTypeId: "0-2",
      processingType: "DYNAMIC",
      filterBranch: theirs("Najd"),
    });

    const { warnings } = await run();

    expect(warnings).toEqual([{ where: "list notice_date_near", message: expect.stringContaining("Rename it") }]);
  });

  test("names follow the language while they are ours", async () => {
    await run();

    await run({ language: "ar" });

    expect((await found()).map((list) => list.name).sort()).toEqual(declaredLists.map((list) => list.name.ar).sort());
  });
});

test("new filters of a new version replace the old ones that nobody touched", async () => {
  await run();
  const lists = declaredLists.map((list) =>
    list.key === "plans_untouched" ? { ...list, every: list.every.slice(1) } : list,
  );

  const report = await run({ lists });

  expect(report.extended).toEqual(["list plans_untouched"]);
  expect((await run({ lists })).extended).toEqual([]);
});

test("a token without the scopes for lists gets the rest, and is told", async () => {
  await portal.close();
  const scopes = (await readManifest(resolve(import.meta.dirname, "../.."))).scopes.required;
  portal = await openPortal({ scopes });

  const { warnings } = await run();

  expect(warnings).toEqual([{ where: "lists", message: expect.stringContaining("crm.lists.read") }]);
});

test("the framework record remembers the lists, and keeps what else it holds", async () => {
  await run();
  const path = `/crm/objects/2026-09/p_account_plan/${frameworkKey}?idProperty=plan_key`;
  await hubspot("PATCH", path, { properties: { settings: '{"graceDays":3}' } });

  await run({ language: "ar" });

  const { properties } = (await hubspot("GET", `${path}&properties=settings,provisioned_lists`)) as {
    properties: Record<string, string>;
  };
  expect(properties["settings"]).toBe('{"graceDays":3}');
  expect(Object.keys(JSON.parse(properties["provisioned_lists"] ?? "{}")).sort()).toEqual(
    declaredLists.map(({ key }) => key).sort(),
  );
});
