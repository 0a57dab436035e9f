import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { make, makeType, openDoor, type Door } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const path = "/crm-object-schemas/2026-09/schemas";
const schema = (name: string, parts: object = {}) => ({
  name,
  labels: { singular: "One", plural: "Many" },
  requiredProperties: [],
  properties: [{ name: "title", label: "Title", type: "string", fieldType: "text" }],
  associatedObjects: [],
  ...parts,
});
const create = (body: object) => door.call("POST", path, body);

describe("a custom object type", () => {
  test("is made with its id, full name, properties and associations with activities", async () => {
    const { status, body } = await create(
      schema("plan", { primaryDisplayProperty: "title", associatedObjects: ["CONTACT", "0-2"] }),
    );
    expect(status).toBe(201);
    expect(body.objectTypeId).toMatch(/^2-\d+$/);
    expect(body.fullyQualifiedName).toBe("p48000001_plan");
    const linked = body.associations.map((each: { toObjectTypeId: string }) => each.toObjectTypeId);
    for (const typeId of ["0-1", "0-2", "0-27", "0-46", "0-47", "0-48", "0-49"]) expect(linked).toContain(typeId);
    const title = body.properties.find((each: { name: string }) => each.name === "title");
    expect(title).toMatchObject({ groupName: "plan_information", hubspotDefined: false });
  });

  test("is read by any of its names, and listed", async () => {
    const one = await door.call("GET", `${path}/p48000001_plan`);
    const all = await door.call("GET", path);
    expect(all.body.results.map((each: { id: string }) => each.id)).toContain(one.body.id);
  });

  test("changes labels and display, never its name", async () => {
    const labels = { singular: "Account plan", plural: "Account plans" };
    expect((await door.call("PATCH", `${path}/plan`, { labels })).body.labels).toEqual(labels);
    expect((await door.call("PATCH", `${path}/plan`, { name: "other" })).status).toBe(400);
    expect((await door.call("PATCH", `${path}/plan`, { requiredProperties: ["nothing"] })).status).toBe(400);
  });

  test("goes only without records", async () => {
    const typeId = await makeType(door, "short_lived");
    const id = await make(door, "short_lived", { title: "a" });
    expect((await door.call("DELETE", `${path}/${typeId}`)).status).toBe(400);
    await door.objects("DELETE", `/short_lived/${id}`);
    expect((await door.call("DELETE", `${path}/${typeId}`)).status).toBe(204);
    expect((await door.call("GET", `${path}/${typeId}`)).status).toBe(404);
  });

  test.each([
    ["a name twice", schema("plan"), 409],
    ["a name that starts with a digit", schema("9plan"), 400],
    ["a name with a hyphen", schema("my-plan"), 400],
    ["no labels", { ...schema("unnamed"), labels: undefined }, 400],
    ["a required property that is none", schema("a", { requiredProperties: ["nothing"] }), 400],
    ["a display property that is none", schema("b", { primaryDisplayProperty: "nothing" }), 400],
    ["an associated type that is none", schema("c", { associatedObjects: ["nothing"] }), 400],
  ])("is refused: %s", async (_what, body, status) => {
    expect((await create(body)).status).toBe(status);
  });

  test("that was refused leaves nothing behind", async () => {
    const before = (await door.call("GET", path)).body.results.length;
    await create(schema("half", { requiredProperties: ["nothing"] }));
    expect((await door.call("GET", path)).body.results).toHaveLength(before);
  });

  test("is one of ten at most, and the limits say so", async () => {
    const used = (await door.call("GET", path)).body.results.length as number;
    for (let n = used; n < 10; n += 1) expect((await create(schema(`filler_${n}`))).status).toBe(201);
    expect((await create(schema("eleventh"))).status).toBe(400);
    const { body } = await door.call("GET", "/crm/limits/2026-09/custom-object-types");
    expect(body).toEqual({ limit: 10, usage: 10, percentage: 100 });
  });
});

test("below Enterprise there are no custom objects", async () => {
  const small = await openDoor({ tier: "professional" });
  try {
    const { status, body } = await small.call("POST", path, schema("plan"));
    expect(status).toBe(403);
    expect(body).toMatchObject({ status: "error", message: expect.stringMatching(/Enterprise/) });
    expect((await small.call("GET", "/crm/limits/2026-09/custom-object-types")).body.limit).toBe(0);
  } finally {
    await small.close();
  }
});
