import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { make, openDoor, type Door } from "./door.ts";

let door: Door;
const ids: Record<string, string> = {};
beforeAll(async () => {
  door = await openDoor({ now: () => new Date("2026-11-24T09:00:00Z") });
  ids.big = await make(door, "companies", {
    name: "Big",
    city: "Riyadh",
    numberofemployees: "900",
    industry: "BANKING",
  });
  ids.small = await make(door, "companies", {
    name: "Small",
    city: "Jeddah",
    numberofemployees: "9",
    closedate: "2026-11-20T00:00:00Z",
  });
  ids.bare = await make(door, "companies", { name: "Bare" });
});
afterAll(() => door.close());

const lists = "/crm/lists/2026-09";
const filter = (property: string, operation: object) => ({
  filterType: "PROPERTY",
  property,
  operation: { includeObjectsWithNoValueSet: false, ...operation },
});
const and = (...filters: object[]) => ({
  filterBranchType: "AND",
  filterBranchOperator: "AND",
  filterBranches: [],
  filters,
});
const or = (...filterBranches: object[]) => ({
  filterBranchType: "OR",
  filterBranchOperator: "OR",
  filterBranches,
  filters: [],
});
let made = 0;
const create = (parts: object) => {
  made += 1;
  return door.call("POST", lists, { name: `List ${made}`, objectTypeId: "0-2", processingType: "DYNAMIC", ...parts });
};
const membersOf = async (listId: string) => {
  const { body } = await door.call("GET", `${lists}/${listId}/memberships`);
  return body.results.map((each: { recordId: string }) => each.recordId);
};

describe("a dynamic list", () => {
  test.each([
    ["a text", filter("city", { operationType: "MULTISTRING", operator: "IS_EQUAL_TO", values: ["Riyadh"] }), ["big"]],
    [
      "a number",
      filter("numberofemployees", { operationType: "NUMBER", operator: "IS_LESS_THAN", value: 10 }),
      ["small"],
    ],
    [
      "a choice",
      filter("industry", { operationType: "ENUMERATION", operator: "IS_ANY_OF", values: ["BANKING"] }),
      ["big"],
    ],
    [
      "no choice, unset counted",
      filter("industry", {
        operationType: "ENUMERATION",
        operator: "IS_NONE_OF",
        values: ["BANKING"],
        includeObjectsWithNoValueSet: true,
      }),
      ["small", "bare"],
    ],
    ["an unknown value", filter("city", { operationType: "ALL_PROPERTY", operator: "IS_UNKNOWN" }), ["bare"]],
    [
      "a few days ago",
      filter("closedate", {
        operationType: "ROLLING_DATE_RANGE",
        operator: "IS_LESS_THAN_X_DAYS_AGO",
        numberOfDays: 7,
        requiresTimeZoneConversion: false,
      }),
      ["small"],
    ],
    [
      "before today",
      filter("closedate", {
        operationType: "TIME_POINT",
        operator: "IS_BEFORE",
        type: "TIME_POINT",
        timePoint: { timeType: "INDEXED", zoneId: "UTC", indexReference: { referenceType: "TODAY" } },
      }),
      ["small"],
    ],
  ])("follows its filter: %s", async (_what, each, names) => {
    const { body } = await create({ filterBranch: or(and(each)) });
    expect(await membersOf(body.list.listId)).toEqual(names.map((name) => ids[name]));
  });

  test("changes its filters, and its members cannot be changed by hand", async () => {
    const city = (value: string) =>
      or(and(filter("city", { operationType: "STRING", operator: "IS_EQUAL_TO", value })));
    const { body } = await create({ filterBranch: city("Riyadh") });
    const { listId } = body.list;
    const updated = await door.call("PUT", `${lists}/${listId}/update-list-filters`, { filterBranch: city("Jeddah") });
    expect(updated.body.updatedList.size).toBe(1);
    expect(await membersOf(listId)).toEqual([ids.small]);
    expect((await door.call("PUT", `${lists}/${listId}/memberships/add`, [ids.big])).status).toBe(400);
  });

  test.each([
    ["no filters", {}],
    ["an AND at the root", { filterBranch: and() }],
    [
      "a property that is none",
      { filterBranch: or(and(filter("nothing", { operationType: "ALL_PROPERTY", operator: "IS_KNOWN" }))) },
    ],
    ["a filter that the sandbox cannot work out", { filterBranch: or(and({ filterType: "PAGE_VIEW" })) }],
    ["a type that is none", { objectTypeId: "2-1", filterBranch: or(and()) }],
  ])("is refused: %s", async (_what, parts) => {
    expect((await create(parts)).status).toBe(400);
  });
});

test("a manual list takes who is there, and its name is taken once", async () => {
  const { body } = await create({ name: "By hand", processingType: "MANUAL" });
  const { listId } = body.list;
  const added = await door.call("PUT", `${lists}/${listId}/memberships/add`, [ids.big, "1"]);
  expect(added.body).toEqual({ recordsIdsAdded: [ids.big], recordIdsRemoved: [], recordIdsMissing: ["1"] });
  expect((await create({ name: "by hand", processingType: "MANUAL" })).status).toBe(409);
  const named = await door.call("GET", `${lists}/object-type-id/0-2/name/By%20hand`);
  expect(named.body.list).toMatchObject({ listId, size: 1 });
  const of = await door.call("GET", `${lists}/records/0-2/${ids.big}/memberships`);
  expect(of.body.results.map((each: { listId: string }) => each.listId)).toContain(listId);
});

test("a deleted list is gone, and comes back", async () => {
  const { body } = await create({ processingType: "MANUAL" });
  const { listId } = body.list;
  await door.call("DELETE", `${lists}/${listId}`);
  expect((await door.call("GET", `${lists}/${listId}`)).status).toBe(404);
  await door.call("PUT", `${lists}/${listId}/restore`);
  expect((await door.call("GET", `${lists}/${listId}`)).status).toBe(200);
});
