import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { make, makeType, openDoor, type Door } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const batch = (from: string, to: string, operation: string, inputs: unknown[]) =>
  door.call("POST", `/crm/associations/2026-09/${from}/${to}/batch/${operation}`, { inputs });
const labels = (from: string, to: string) => `/crm/associations/2026-09/${from}/${to}/labels`;
const idsOf = async (from: string, to: string, id: string) => {
  const { body } = await batch(from, to, "read", [{ id }]);
  const pairs = body.results[0]?.to.map((each: { toObjectId: string; associationTypes: { typeId: number }[] }) => [
    each.toObjectId,
    each.associationTypes.map(({ typeId }) => typeId).sort((a, b) => a - b),
  ]);
  return Object.fromEntries(pairs ?? []) as Record<string, number[]>;
};
const pairOf = async () => ({
  contact: await make(door, "contacts", {}),
  company: await make(door, "companies", { name: "C" }),
});

describe("the plain association", () => {
  test("goes both ways with HubSpot's own type ids, the first company being primary", async () => {
    const { contact, company } = await pairOf();
    const { status, body } = await door.objects(
      "PUT",
      `/contacts/${contact}/associations/default/companies/${company}`,
    );
    expect(status).toBe(200);
    expect(body.results).toHaveLength(2);
    expect(await idsOf("contacts", "companies", contact)).toEqual({ [company]: [1, 279] });
    expect(await idsOf("companies", "contacts", company)).toEqual({ [contact]: [2, 280] });
  });

  test("of a second company leaves the first one primary, until told otherwise", async () => {
    const { contact, company } = await pairOf();
    const second = await make(door, "companies", { name: "Second" });
    for (const id of [company, second])
      await door.objects("PUT", `/contacts/${contact}/associations/default/companies/${id}`);
    expect(await idsOf("contacts", "companies", contact)).toEqual({ [company]: [1, 279], [second]: [279] });
    const primary = [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 1 }];
    await door.objects("PUT", `/contacts/${contact}/associations/companies/${second}`, primary);
    expect(await idsOf("contacts", "companies", contact)).toEqual({ [company]: [279], [second]: [1, 279] });
  });

  test("made twice is one", async () => {
    const { contact, company } = await pairOf();
    const pair = { from: { id: contact }, to: { id: company } };
    await batch("contacts", "companies", "associate/default", [pair]);
    await batch("contacts", "companies", "associate/default", [pair]);
    expect(Object.keys(await idsOf("contacts", "companies", contact))).toEqual([company]);
  });

  test("of custom objects is read from labels, never guessed", async () => {
    await makeType(door, "visit");
    const { body } = await door.call("GET", labels("visit", "companies"));
    expect(body.results).toEqual([{ category: "USER_DEFINED", typeId: expect.any(Number), label: null }]);
  });

  test("is removed both ways", async () => {
    const { contact, company } = await pairOf();
    await door.objects("PUT", `/contacts/${contact}/associations/default/companies/${company}`);
    expect((await door.objects("DELETE", `/companies/${company}/associations/contacts/${contact}`)).status).toBe(204);
    expect(await idsOf("contacts", "companies", contact)).toEqual({});
  });

  test("with a parent company shows in its numbers", async () => {
    const parent = await make(door, "companies", { name: "Parent" });
    const child = await make(door, "companies", { name: "Child" });
    const types = [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 13 }];
    await door.objects("PUT", `/companies/${parent}/associations/companies/${child}`, types);
    const read = await door.objects("GET", `/companies/${child}?properties=hs_parent_company_id`);
    expect(read.body.properties.hs_parent_company_id).toBe(parent);
  });
});

describe("with a call, a meeting or an e-mail", () => {
  const lastContacted = async (company: string) =>
    (await door.objects("GET", `/companies/${company}?properties=notes_last_contacted`)).body.properties
      .notes_last_contacted;
  const talk = async (company: string, object: string, hs_timestamp: string) => {
    const id = await make(door, object, { hs_timestamp });
    await door.objects("PUT", `/${object}/${id}/associations/default/companies/${company}`);
    return id;
  };

  test("a company shows when it was last contacted: the latest one that is not still to come", async () => {
    const { company } = await pairOf();
    expect(await lastContacted(company)).toBeNull();
    await talk(company, "calls", "2026-03-02T09:00:00Z");
    await talk(company, "meetings", "2026-03-01T09:00:00Z");
    await talk(company, "emails", "2999-01-01T09:00:00Z");
    expect(await lastContacted(company)).toBe("2026-03-02T09:00:00Z");
  });

  test("one that is moved or deleted takes the date with it", async () => {
    const { company } = await pairOf();
    const call = await talk(company, "calls", "2026-03-02T09:00:00Z");
    await door.objects("PATCH", `/calls/${call}`, { properties: { hs_timestamp: "2026-02-01T09:00:00Z" } });
    expect(await lastContacted(company)).toBe("2026-02-01T09:00:00Z");
    await door.objects("DELETE", `/calls/${call}`);
    expect(await lastContacted(company)).toBeNull();
  });
});

describe("is refused:", () => {
  test("a record that is not there", async () => {
    const { contact } = await pairOf();
    expect((await door.objects("PUT", `/contacts/${contact}/associations/default/companies/1`)).status).toBe(404);
  });

  test("types that cannot be associated", async () => {
    const owner = await make(door, "products", { name: "P" });
    const { company } = await pairOf();
    expect((await door.objects("PUT", `/products/${owner}/associations/default/companies/${company}`)).status).toBe(
      400,
    );
  });

  test.each([
    ["that does not exist", 99_999],
    ["of another direction", 280],
  ])("an association type %s", async (_what, associationTypeId) => {
    const { contact, company } = await pairOf();
    const types = [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId }];
    const { status } = await door.objects("PUT", `/contacts/${contact}/associations/companies/${company}`, types);
    expect(status).toBe(400);
  });

  test.each([
    ["associate/default", 2001],
    ["create", 2001],
    ["read", 1001],
  ])("too many inputs to %s", async (operation, size) => {
    const inputs = Array.from({ length: size }, () => ({ id: "1", from: { id: "1" }, to: { id: "2" }, types: [] }));
    expect((await batch("contacts", "companies", operation, inputs)).status).toBe(400);
  });
});

describe("batches", () => {
  test("with some pairs that fail are 207: the others stand", async () => {
    const { contact, company } = await pairOf();
    const inputs = [company, "1"].map((id) => ({ from: { id: contact }, to: { id } }));
    const { status, body } = await batch("contacts", "companies", "associate/default", inputs);
    expect(status).toBe(207);
    expect(body).toMatchObject({
      numErrors: 1,
      errors: [{ category: "OBJECT_NOT_FOUND", context: { toObjectId: ["1"] } }],
    });
    expect(Object.keys(await idsOf("contacts", "companies", contact))).toEqual([company]);
  });

  test("read a record without associations as an error of a 207", async () => {
    const { contact } = await pairOf();
    const { status, body } = await batch("contacts", "companies", "read", [{ id: contact }]);
    expect(status).toBe(207);
    expect(body.results).toEqual([]);
    expect(body.errors[0].errors[0].subCategory).toBe("crm.associations.NO_ASSOCIATIONS_FOUND");
  });

  test("read more than 500 of one record in pages", async () => {
    const company = await make(door, "companies", { name: "Big" });
    const contacts: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const inputs = Array.from({ length: 100 }, () => ({ properties: { lastname: "L" }, associations: [] }));
      const { body } = await door.objects("POST", "/contacts/batch/create", { inputs });
      contacts.push(...body.results.map((record: { id: string }) => record.id));
    }
    const pairs = contacts.map((id) => ({ from: { id: company }, to: { id } }));
    await batch("companies", "contacts", "associate/default", pairs);
    const first = (await batch("companies", "contacts", "read", [{ id: company }])).body.results[0];
    expect(first.to).toHaveLength(500);
    const rest = await batch("companies", "contacts", "read", [{ id: company, after: first.paging.next.after }]);
    expect(rest.body.results[0].to).toHaveLength(100);
  });
});

describe("labels", () => {
  test("come in pairs, bring the plain association along, and are archived alone", async () => {
    const made = await door.call("POST", labels("contacts", "companies"), {
      name: "sponsors",
      label: "Sponsors",
      inverseLabel: "Sponsored by",
    });
    const [there, back] = made.body.results as { typeId: number; label: string }[];
    expect([there!.label, back!.label]).toEqual(["Sponsors", "Sponsored by"]);
    expect(there!.typeId).not.toBe(back!.typeId);
    const { contact, company } = await pairOf();
    const types = [{ associationCategory: "USER_DEFINED", associationTypeId: there!.typeId }];
    const put = await door.objects("PUT", `/contacts/${contact}/associations/companies/${company}`, types);
    expect(put.status).toBe(201);
    expect(put.body.labels).toEqual(["Sponsors"]);
    expect((await idsOf("companies", "contacts", company))[contact]).toEqual(
      expect.arrayContaining([280, back!.typeId]),
    );
    await batch("contacts", "companies", "labels/archive", [{ from: { id: contact }, to: { id: company }, types }]);
    expect(await idsOf("contacts", "companies", contact)).toEqual({ [company]: [1, 279] });
  });

  test("are at most ten between two types, with a name each", async () => {
    const create = (n: number) => door.call("POST", labels("deals", "tickets"), { name: `l${n}`, label: `L${n}` });
    for (let n = 0; n < 10; n += 1) expect((await create(n)).status).toBe(200);
    expect((await create(10)).status).toBe(400);
    expect((await create(3)).status).toBe(409);
  });

  test("of HubSpot cannot be deleted", async () => {
    expect((await door.call("DELETE", `${labels("contacts", "companies")}/1`)).status).toBe(404);
  });
});
