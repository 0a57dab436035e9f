import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { make, openDoor, type Door } from "./door.ts";

let door: Door;
const ids: Record<string, string> = {};

beforeAll(async () => {
  door = await openDoor();
  const companies: Record<string, Record<string, string>> = {
    najd: {
      name: "Najd Steel Works",
      numberofemployees: "10",
      industry: "MINING_METALS",
      closedate: "2026-01-01T00:00:00Z",
    },
    hejaz: {
      name: "hejaz foods",
      numberofemployees: "200",
      industry: "FOOD_PRODUCTION",
      closedate: "2026-06-01T00:00:00Z",
    },
    asir: { name: "Asir Tours", numberofemployees: "9" },
  };
  for (const [name, properties] of Object.entries(companies)) ids[name] = await make(door, "companies", properties);
});
afterAll(() => door.close());

const search = (body: object, type = "companies") => door.objects("POST", `/${type}/search`, body);
const filter = (propertyName: string, operator: string, value?: unknown, highValue?: string) => ({
  propertyName,
  operator,
  ...(Array.isArray(value) ? { values: value } : value === undefined ? {} : { value }),
  ...(highValue === undefined ? {} : { highValue }),
});
const found = async (...filters: object[]) => {
  const { status, body } = await search({ filterGroups: [{ filters }] });
  expect(status).toBe(200);
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return body.results.map((record: { id: string }) => names.get(record.id));
};

describe("each operator", () => {
  test.each([
    ["EQ, text without case", filter("name", "EQ", "NAJD STEEL WORKS"), ["najd"]],
    ["EQ, choices with case", filter("industry", "EQ", "mining_metals"), []],
    ["EQ, numbers by value", filter("numberofemployees", "EQ", "10.0"), ["najd"]],
    ["NEQ leaves out who has none", filter("industry", "NEQ", "MINING_METALS"), ["hejaz"]],
    ["LT compares numbers as numbers", filter("numberofemployees", "LT", "10"), ["asir"]],
    ["LTE", filter("numberofemployees", "LTE", "10"), ["najd", "asir"]],
    ["GT", filter("numberofemployees", "GT", "10"), ["hejaz"]],
    ["GTE", filter("numberofemployees", "GTE", "10"), ["najd", "hejaz"]],
    ["GT, moments in milliseconds", filter("closedate", "GT", String(Date.UTC(2026, 2, 1))), ["hejaz"]],
    ["BETWEEN, both ends included", filter("numberofemployees", "BETWEEN", "9", "10"), ["najd", "asir"]],
    ["IN", filter("industry", "IN", ["MINING_METALS", "FOOD_PRODUCTION"]), ["najd", "hejaz"]],
    ["IN, text wants lower case", filter("name", "IN", ["Asir Tours"]), []],
    ["IN, text in lower case", filter("name", "IN", ["asir tours"]), ["asir"]],
    ["NOT_IN leaves out who has none", filter("industry", "NOT_IN", ["MINING_METALS"]), ["hejaz"]],
    ["HAS_PROPERTY", filter("industry", "HAS_PROPERTY"), ["najd", "hejaz"]],
    ["NOT_HAS_PROPERTY", filter("industry", "NOT_HAS_PROPERTY"), ["asir"]],
    ["CONTAINS_TOKEN finds a word", filter("name", "CONTAINS_TOKEN", "steel"), ["najd"]],
    ["CONTAINS_TOKEN with a star", filter("name", "CONTAINS_TOKEN", "st*"), ["najd"]],
    ["CONTAINS_TOKEN is no substring", filter("name", "CONTAINS_TOKEN", "tee"), []],
    ["NOT_CONTAINS_TOKEN", filter("name", "NOT_CONTAINS_TOKEN", "steel"), ["hejaz", "asir"]],
  ])("%s", async (_what, each, expected) => {
    expect(await found(each)).toEqual(expected);
  });

  test("filters of a group must all hold, one group is enough", async () => {
    expect(await found(filter("industry", "HAS_PROPERTY"), filter("numberofemployees", "GT", "100"))).toEqual([
      "hejaz",
    ]);
    const groups = ["najd", "asir"].map((name) => ({ filters: [filter("hs_object_id", "EQ", ids[name])] }));
    expect((await search({ filterGroups: groups })).body.total).toBe(2);
  });

  test("an associated record can be asked for", async () => {
    const contact = await make(door, "contacts", { email: "s@example.com" });
    await door.objects("PUT", `/contacts/${contact}/associations/default/companies/${ids.najd}`);
    const { body } = await search(
      { filterGroups: [{ filters: [filter("associations.company", "EQ", ids.najd)] }] },
      "contacts",
    );
    expect(body.results.map((record: { id: string }) => record.id)).toEqual([contact]);
  });

  test("query looks into searchable properties", async () => {
    expect((await search({ query: "hejaz" })).body.results[0].id).toBe(ids.hejaz);
  });
});

describe("order and pages", () => {
  test("sorts numbers as numbers, ascending unless asked", async () => {
    const sorted = await search({ sorts: [{ propertyName: "numberofemployees", direction: "DESCENDING" }] });
    expect(sorted.body.results.map((record: { id: string }) => record.id)).toEqual([ids.hejaz, ids.najd, ids.asir]);
  });

  test("pages by id over everything exactly once", async () => {
    const seen: string[] = [];
    for (let last = "0"; ;) {
      const { body } = await search({
        filterGroups: [{ filters: [filter("hs_object_id", "GT", last)] }],
        sorts: ["hs_object_id"],
        limit: 2,
      });
      seen.push(...body.results.map((record: { id: string }) => record.id));
      if (body.results.length < 2) break;
      last = seen.at(-1)!;
    }
    expect(seen).toEqual(Object.values(ids));
  });

  test("gives only the properties asked for, and the ones that always come", async () => {
    const { body } = await search({ properties: ["industry"], limit: 1 });
    expect(Object.keys(body.results[0].properties)).toEqual([
      "createdate",
      "hs_lastmodifieddate",
      "hs_object_id",
      "industry",
    ]);
  });

  test("goes on with after", async () => {
    const first = await search({ limit: 2 });
    expect(first.body.paging.next.after).toBe("2");
    expect((await search({ limit: 2, after: "2" })).body.results).toHaveLength(1);
  });
});

describe("is refused:", () => {
  const many = (count: number) => Array.from({ length: count }, () => filter("name", "HAS_PROPERTY"));
  test.each([
    ["six groups", { filterGroups: Array.from({ length: 6 }, () => ({ filters: many(1) })) }],
    ["seven filters in a group", { filterGroups: [{ filters: many(7) }] }],
    ["nineteen filters", { filterGroups: [6, 6, 6, 1].map((count) => ({ filters: many(count) })) }],
    ["more than 200 a page", { limit: 201 }],
    ["beyond 10,000 results", { after: "9990", limit: 11 }],
    ["two sorts", { sorts: ["name", "city"] }],
    ["an unknown property", { filterGroups: [{ filters: [filter("nothing", "EQ", "1")] }] }],
    ["an unknown operator", { filterGroups: [{ filters: [filter("name", "LIKE", "1")] }] }],
    ["a word for a number", { filterGroups: [{ filters: [filter("numberofemployees", "GT", "many")] }] }],
    ["IN without values", { filterGroups: [{ filters: [filter("name", "IN", [])] }] }],
  ])("%s", async (_what, body) => {
    const answer = await search(body);
    expect(answer.status).toBe(400);
    expect(answer.body.category).toBe("VALIDATION_ERROR");
  });
});

describe("the index lags behind", () => {
  test("a new record, a change and a deletion arrive only after the lag", async () => {
    const portal = await openDoor();
    try {
      const count = async (city: string) => {
        const { body } = await portal.objects("POST", "/companies/search", {
          filterGroups: [{ filters: [filter("city", "EQ", city)] }],
        });
        return body.total;
      };
      const old = await make(portal, "companies", { city: "Riyadh" });
      await portal.control("PUT", "/portal", { searchLagMs: 60_000 });
      await make(portal, "companies", { city: "Riyadh" });
      await portal.objects("PATCH", `/companies/${old}`, { properties: { city: "Jeddah" } });
      expect([await count("Riyadh"), await count("Jeddah")]).toEqual([1, 0]);
      await portal.control("PUT", "/clock", { advanceMs: 60_000 });
      expect([await count("Riyadh"), await count("Jeddah")]).toEqual([1, 1]);
      await portal.objects("DELETE", `/companies/${old}`);
      expect(await count("Jeddah")).toBe(1);
      await portal.control("PUT", "/clock", { advanceMs: 60_000 });
      expect(await count("Jeddah")).toBe(0);
    } finally {
      await portal.close();
    }
  });
});

test("a walk by record id sees what was written, changed and archived between its pages", async () => {
  const mine = [filter("name", "CONTAINS_TOKEN", "walked")];
  const page = async (after: string) => {
    const { body } = await search({
      filterGroups: [{ filters: [...mine, filter("hs_object_id", "GT", after)] }],
      sorts: [{ propertyName: "hs_object_id", direction: "ASCENDING" }],
      limit: 2,
    });
    return { total: body.total, ids: body.results.map(({ id }: { id: string }) => id) };
  };
  const made: string[] = [];
  for (let n = 0; n < 5; n++) made.push(await make(door, "companies", { name: `walked ${n}` }));

  expect(await page("0")).toEqual({ total: 5, ids: made.slice(0, 2) });
  expect(await page(made[1]!)).toEqual({ total: 3, ids: made.slice(2, 4) });
  await door.objects("PATCH", `/companies/${made[2]!}`, { properties: { name: "another" } });
  await door.objects("DELETE", `/companies/${made[3]!}`);
  const later = await make(door, "companies", { name: "walked later" });
  expect(await page(made[1]!)).toEqual({ total: 2, ids: [made[4], later] });
});
