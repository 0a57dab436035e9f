import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { make, openDoor, type Door } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  await door.call("POST", "/crm/properties/2026-09/companies/groups", { name: "am", label: "Accounts" });
});
afterAll(() => door.close());

const path = "/crm/properties/2026-09/companies";
const property = (name: string, parts: object = {}) => ({
  name,
  label: name,
  groupName: "am",
  type: "string",
  fieldType: "text",
  ...parts,
});
const create = (body: object) => door.call("POST", path, body);
const option = (value: string, parts: object = {}) => ({
  label: value,
  value,
  displayOrder: 0,
  hidden: false,
  ...parts,
});

describe("a property", () => {
  test("is made, read, listed, changed", async () => {
    const made = await create(property("am_note"));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: "am_note", hubspotDefined: false, hasUniqueValue: false, archived: false });
    expect((await door.call("PATCH", `${path}/am_note`, { label: "Note" })).body.label).toBe("Note");
    expect((await door.call("GET", `${path}/am_note`)).body.label).toBe("Note");
    const names = (await door.call("GET", path)).body.results.map((each: { name: string }) => each.name);
    expect(names).toEqual(expect.arrayContaining(["name", "domain", "am_note"]));
  });

  test("of an owner takes owners of the account only", async () => {
    await create(
      property("am_lead", {
        type: "enumeration",
        fieldType: "select",
        externalOptions: true,
        referencedObjectType: "OWNER",
      }),
    );
    const owners = await door.control("POST", "/records/owners", {
      inputs: [{ properties: { email: "lead@example.com" } }],
    });
    const { id } = owners.body.results[0];
    expect(await make(door, "companies", { am_lead: id })).toMatch(/^\d+$/);
    expect((await door.objects("POST", "/companies", { properties: { am_lead: "123" } })).status).toBe(400);
  });

  test("archived is gone from records, comes back with its type, never with another", async () => {
    await create(property("am_old"));
    const id = await make(door, "companies", { am_old: "kept" });
    expect((await door.call("DELETE", `${path}/am_old`)).status).toBe(204);
    expect((await door.call("GET", `${path}/am_old`)).status).toBe(404);
    expect((await door.call("GET", `${path}/am_old?archived=true`)).body.archived).toBe(true);
    expect((await door.objects("PATCH", `/companies/${id}`, { properties: { am_old: "x" } })).status).toBe(400);
    expect((await create(property("am_old", { type: "number", fieldType: "number" }))).status).toBe(409);
    expect((await create(property("am_old"))).status).toBe(201);
    expect((await door.objects("GET", `/companies/${id}?properties=am_old`)).body.properties.am_old).toBe("kept");
  });

  test.each([
    ["a name twice", property("am_note"), 409],
    ["a name with capitals", property("amNote"), 400],
    ["a name that starts with a digit", property("1am"), 400],
    ["HubSpot's own prefix", property("hs_mine"), 400],
    ["a group that is none", property("am_a", { groupName: "nothing" }), 400],
    ["a type that is none", property("am_b", { type: "text" }), 400],
    ["a field that does not fit its type", property("am_c", { type: "number", fieldType: "text" }), 400],
    [
      "two options of one value",
      property("am_d", { type: "enumeration", fieldType: "select", options: [option("a"), option("a")] }),
      400,
    ],
    ["options of a text", property("am_e", { options: [option("a")] }), 400],
    [
      "an option with a semicolon",
      property("am_f", { type: "enumeration", fieldType: "select", options: [option("a;b")] }),
      400,
    ],
    ["no label", { ...property("am_g"), label: undefined }, 400],
    [
      "unique choices",
      property("am_h", { type: "enumeration", fieldType: "select", hasUniqueValue: true, options: [option("a")] }),
      400,
    ],
  ])("is refused: %s", async (_what, body, status) => {
    expect((await create(body)).status).toBe(status);
  });

  test("is unique from the start or never", async () => {
    const { status } = await door.call("PATCH", `${path}/am_note`, { hasUniqueValue: true });
    expect(status).toBe(400);
  });

  test("of HubSpot's own keeps its type and cannot be archived", async () => {
    expect((await door.call("PATCH", `${path}/name`, { type: "number", fieldType: "number" })).status).toBe(400);
    expect((await door.call("DELETE", `${path}/name`)).status).toBe(400);
  });

  test("can be unique ten times a type, not eleven", async () => {
    for (let n = 0; n < 10; n += 1) {
      const made = await door.call("POST", "/crm/properties/2026-09/deals", {
        ...property(`key_${n}`, { hasUniqueValue: true }),
        groupName: "dealinformation",
      });
      expect(made.status).toBe(201);
    }
    const eleventh = { ...property("key_10", { hasUniqueValue: true }), groupName: "dealinformation" };
    expect((await door.call("POST", "/crm/properties/2026-09/deals", eleventh)).status).toBe(400);
  });
});

describe("batches", () => {
  test("create all or nothing", async () => {
    const bad = await door.call("POST", `${path}/batch/create`, { inputs: [property("am_x"), property("AM Y")] });
    expect(bad.status).toBe(400);
    expect((await door.call("GET", `${path}/am_x`)).status).toBe(404);
    const good = await door.call("POST", `${path}/batch/create`, { inputs: [property("am_x"), property("am_y")] });
    expect(good.body.results).toHaveLength(2);
  });

  test("refuse the same name twice", async () => {
    const twice = { inputs: [property("am_z"), property("am_z")] };
    expect((await door.call("POST", `${path}/batch/create`, twice)).status).toBe(400);
  });
});

describe("a group", () => {
  const groups = `${path}/groups`;
  test("is made once, renamed, and goes when it is empty", async () => {
    expect((await door.call("POST", groups, { name: "am", label: "Again" })).status).toBe(409);
    expect((await door.call("PATCH", `${groups}/am`, { label: "Account management" })).body.label).toBe(
      "Account management",
    );
    expect((await door.call("DELETE", `${groups}/am`)).status).toBe(400);
    await door.call("POST", groups, { name: "empty", label: "Empty" });
    expect((await door.call("DELETE", `${groups}/empty`)).status).toBe(204);
    expect((await door.call("GET", `${groups}/empty`)).status).toBe(404);
  });
});
