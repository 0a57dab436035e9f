import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { make, makeType, openDoor, type Door } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
beforeEach(async () => {
  await door.control("POST", "/reset", { seed: "none" });
  await door.control("PUT", "/portal", { limits: { perTenSeconds: 1e9, perDay: 1e9, searchesPerSecond: 1e9 } });
  await makeType(door, "thing");
});
afterAll(() => door.close());

const batch = (operation: string, inputs: unknown[], more: object = {}) =>
  door.objects("POST", `/thing/batch/${operation}`, { inputs, ...more });
const count = async () => (await door.objects("GET", "/thing?limit=100")).body.results.length as number;
const titled = (title: string, trace?: string) => ({
  properties: { title },
  associations: [],
  ...(trace ? { objectWriteTraceId: trace } : {}),
});

describe("a batch of creates", () => {
  test("is 201 with every record, traces given back, in no promised order", async () => {
    const inputs = Array.from({ length: 40 }, (_, n) => titled(`t${n}`, `trace-${n}`));
    const { status, body } = await batch("create", inputs);
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: "COMPLETE", startedAt: expect.any(String), completedAt: expect.any(String) });
    const traces = body.results.map((record: { objectWriteTraceId: string }) => record.objectWriteTraceId);
    expect(traces).not.toEqual(inputs.map(({ objectWriteTraceId }) => objectWriteTraceId));
    for (const { objectWriteTraceId: trace, properties } of body.results) {
      expect(properties.title).toBe(`t${trace.replace("trace-", "")}`);
    }
  });

  test("without traces fails as a whole, and nothing is written", async () => {
    const { status, body } = await batch("create", [titled("good"), { properties: { nothing: "x" } }]);
    expect(status).toBe(400);
    expect(body.category).toBe("VALIDATION_ERROR");
    expect(await count()).toBe(0);
  });

  test("with a trace on only some fails as a whole", async () => {
    const { status } = await batch("create", [titled("good", "a"), { properties: { nothing: "x" } }]);
    expect(status).toBe(400);
    expect(await count()).toBe(0);
  });

  test("with a trace on each is 207: the good stand, the bad are told by trace", async () => {
    const { status, body } = await batch("create", [
      titled("good", "a"),
      { properties: { nothing: "x" }, objectWriteTraceId: "b" },
    ]);
    expect(status).toBe(207);
    expect(body.results).toHaveLength(1);
    expect(body.numErrors).toBe(1);
    expect(body.errors[0]).toMatchObject({
      status: "error",
      category: "VALIDATION_ERROR",
      context: { objectWriteTraceId: ["b"] },
    });
    expect(await count()).toBe(1);
  });

  test("with one unique value twice is refused as a whole", async () => {
    const twin = { properties: { title: "t", key: "same" } };
    expect((await batch("create", [twin, twin])).status).toBe(400);
    expect(await count()).toBe(0);
  });

  test("brings associations along, and refuses a type that does not fit", async () => {
    const company = await make(door, "companies", { name: "C" });
    const labels = await door.call("GET", "/crm/associations/2026-09/thing/companies/labels");
    const { typeId } = labels.body.results[0];
    const to = (associationTypeId: number, associationCategory: string) => [
      { to: { id: company }, types: [{ associationCategory, associationTypeId }] },
    ];
    const good = await batch("create", [{ properties: { title: "t" }, associations: to(typeId, "USER_DEFINED") }]);
    expect(good.status).toBe(201);
    const bad = await batch("create", [{ properties: { title: "t" }, associations: to(279, "HUBSPOT_DEFINED") }]);
    expect(bad.status).toBe(400);
    expect(await count()).toBe(1);
  });
});

describe.each(["create", "read", "update", "upsert", "archive"])("any batch: %s", (operation) => {
  test("over 100 inputs is refused", async () => {
    const inputs = Array.from({ length: 101 }, (_, n) => ({ id: String(n), properties: {} }));
    expect((await batch(operation, inputs)).status).toBe(400);
  });

  test("without inputs is refused", async () => {
    expect((await batch(operation, [])).status).toBe(400);
  });
});

describe("a batch of reads", () => {
  test("by unique property gives what is there and one error for what is not", async () => {
    await make(door, "thing", { title: "t", key: "k1" });
    const { status, body } = await batch("read", [{ id: "k1" }, { id: "k2" }], {
      idProperty: "key",
      properties: ["key"],
      propertiesWithHistory: [],
    });
    expect(status).toBe(207);
    expect(body.results).toHaveLength(1);
    expect(body.errors).toMatchObject([{ category: "OBJECT_NOT_FOUND", context: { ids: ["k2"] } }]);
  });
});

describe("a batch of updates", () => {
  test("changes each record", async () => {
    const ids = [await make(door, "thing", { title: "a" }), await make(door, "thing", { title: "b" })];
    const { status, body } = await batch(
      "update",
      ids.map((id) => ({ id, properties: { title: `new ${id}` } })),
    );
    expect(status).toBe(200);
    for (const record of body.results) expect(record.properties.title).toBe(`new ${record.id}`);
  });

  test("with the same id twice is refused", async () => {
    const id = await make(door, "thing", { title: "a" });
    const twice = [1, 2].map((n) => ({ id, properties: { title: String(n) }, objectWriteTraceId: `${n}` }));
    expect((await batch("update", twice)).status).toBe(400);
  });

  test("of an id that is not there is refused as a whole", async () => {
    const id = await make(door, "thing", { title: "a" });
    const { status } = await batch("update", [
      { id, properties: { title: "new" } },
      { id: "1", properties: { title: "new" } },
    ]);
    expect(status).toBe(404);
    expect((await door.objects("GET", `/thing/${id}?properties=title`)).body.properties.title).toBe("a");
  });
});

describe("a batch of upserts", () => {
  const upsert = (key: string, title: string) => ({ id: key, idProperty: "key", properties: { title } });

  test("makes what is new and changes what is there, and says which", async () => {
    const first = await batch("upsert", [upsert("k1", "one")]);
    expect(first.status).toBe(200);
    expect(first.body.results[0]).toMatchObject({ new: true, properties: { key: "k1", title: "one" } });
    const second = await batch("upsert", [upsert("k1", "two"), upsert("k2", "new")]);
    const byKey = new Map(
      second.body.results.map((record: { properties: { key: string }; new: boolean }) => [
        record.properties.key,
        record.new,
      ]),
    );
    expect(byKey).toEqual(
      new Map([
        ["k1", false],
        ["k2", true],
      ]),
    );
    expect(await count()).toBe(2);
  });

  test("done twice is the same as done once", async () => {
    await batch("upsert", [upsert("k1", "one")]);
    await batch("upsert", [upsert("k1", "one")]);
    expect(await count()).toBe(1);
  });

  test("with the same key twice is refused", async () => {
    expect((await batch("upsert", [upsert("k", "a"), upsert("k", "b")])).status).toBe(400);
  });

  test("by a property that is not unique is refused", async () => {
    expect((await batch("upsert", [{ id: "x", idProperty: "title", properties: {} }])).status).toBe(400);
  });

  test("of a missing required property is refused", async () => {
    await makeType(door, "strict", { requiredProperties: ["title"] });
    const { status, body } = await door.objects("POST", "/strict/batch/upsert", {
      inputs: [{ id: "k", idProperty: "key", properties: {} }],
    });
    expect(status).toBe(400);
    expect(body.context).toEqual({ properties: ["title"] });
  });

  test("works for tasks by a custom unique property", async () => {
    const first = await upsertTask();
    expect(await upsertTask()).toBe(first);
  });

  test("does not know a record in the bin by its key: another one is made, and the first cannot be restored", async () => {
    const first = await upsertTask();
    await door.objects("DELETE", `/tasks/${first}`);
    const asked = { idProperty: "app_key", properties: [], propertiesWithHistory: [], inputs: [{ id: "k" }] };
    const found = await door.objects("POST", "/tasks/batch/read?archived=true", asked);
    expect(found.body.results).toEqual([]);

    const second = await upsertTask();

    expect(second).not.toBe(first);
    expect((await door.control("POST", `/records/tasks/${first}/restore`)).status).toBe(409);
    await door.objects("DELETE", `/tasks/${second}`);
    expect((await door.control("POST", `/records/tasks/${first}/restore`)).status).toBe(204);
  });
});

async function upsertTask(): Promise<string> {
  const property = { name: "app_key", label: "Key", groupName: "task", type: "string", fieldType: "text" };
  await door.call("POST", "/crm/properties/2026-09/tasks", { ...property, hasUniqueValue: true }); // 409 from the second time on
  const input = { id: "k", idProperty: "app_key", properties: { hs_timestamp: "2026-12-01T08:00:00Z" } };
  return (await door.objects("POST", "/tasks/batch/upsert", { inputs: [input] })).body.results[0].id as string;
}

test("a batch of archives is 204, for ids that are not there too", async () => {
  const id = await make(door, "thing", { title: "a" });
  expect((await batch("archive", [{ id }, { id: "1" }])).status).toBe(204);
  expect(await count()).toBe(0);
});
