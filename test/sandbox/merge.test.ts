import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { make, openDoor, type Door } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

test("two companies become a new one; both old ids lead to it, values and associations are joined", async () => {
  const primary = await make(door, "companies", { name: "Kept", city: "Riyadh" });
  const other = await make(door, "companies", { name: "Lost", phone: "1" });
  const contact = await make(door, "contacts", {});
  await door.objects("PUT", `/contacts/${contact}/associations/default/companies/${other}`);
  const merged = await door.objects("POST", "/companies/merge", { primaryObjectId: primary, objectIdToMerge: other });
  expect(merged.status).toBe(200);
  for (const id of [primary, other]) {
    const { body } = await door.objects("GET", `/companies/${id}?properties=name,city,phone,hs_merged_object_ids`);
    expect(body.id).toBe(merged.body.id);
    expect(body.properties).toMatchObject({ name: "Kept", city: "Riyadh", phone: "1" });
    expect(body.properties.hs_merged_object_ids.split(";").sort()).toEqual([primary, other].sort());
  }
  const links = await door.call("POST", "/crm/associations/2026-09/contacts/companies/batch/read", {
    inputs: [{ id: contact }],
  });
  expect(links.body.results[0].to.map((each: { toObjectId: string }) => each.toObjectId)).toEqual([merged.body.id]);
});

test("two contacts keep the id of the first", async () => {
  const primary = await make(door, "contacts", { email: "p@example.com" });
  const other = await make(door, "contacts", { email: "o@example.com" });
  const { body } = await door.objects("POST", "/contacts/merge", { primaryObjectId: primary, objectIdToMerge: other });
  expect(body.id).toBe(primary);
  expect((await door.objects("GET", `/contacts/${other}`)).body.id).toBe(primary);
});

test("a record merged twice is still found by its first id", async () => {
  const ids = [];
  for (const name of ["a", "b", "c"]) ids.push(await make(door, "companies", { name }));
  await door.objects("POST", "/companies/merge", { primaryObjectId: ids[0], objectIdToMerge: ids[1] });
  const last = await door.objects("POST", "/companies/merge", { primaryObjectId: ids[2], objectIdToMerge: ids[0] });
  expect((await door.objects("GET", `/companies/${ids[1]}`)).body.id).toBe(last.body.id);
});

test("with itself, with nobody, or of tasks is refused", async () => {
  const id = await make(door, "companies", { name: "Alone" });
  const merge = (type: string, objectIdToMerge: string) =>
    door.objects("POST", `/${type}/merge`, { primaryObjectId: id, objectIdToMerge });
  expect((await merge("companies", id)).status).toBe(400);
  expect((await merge("companies", "1")).status).toBe(404);
  expect((await merge("tasks", "1")).status).toBe(400);
});

test("a contact deleted for privacy is gone for good; other types are refused", async () => {
  const id = await make(door, "contacts", { email: "private@example.com" });
  const forget = { objectId: "private@example.com", idProperty: "email" };
  expect((await door.objects("POST", "/contacts/gdpr-delete", forget)).status).toBe(204);
  expect((await door.objects("GET", `/contacts/${id}?archived=true`)).status).toBe(404);
  expect((await door.objects("POST", "/companies/gdpr-delete", { objectId: id })).status).toBe(400);
});
