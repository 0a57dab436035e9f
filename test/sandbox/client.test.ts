import { Client } from "@hubspot/api-client";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openDoor, type Door } from "./door.ts";

let door: Door;
let client: Client;
beforeAll(async () => {
  door = await openDoor();
  client = new Client({ accessToken: door.sandbox.token, basePath: door.sandbox.url });
});
afterAll(() => door.close());

const call = async (method: string, path: string, body?: unknown, qs?: Record<string, string>) => {
  const response = await client.apiRequest({
    method,
    path,
    ...(body === undefined ? {} : { body }),
    ...(qs ? { qs } : {}),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
};

test("HubSpot's own client makes, reads, finds and archives a record", async () => {
  const made = await call("POST", "/crm/objects/2026-09/companies", { properties: { name: "Najd" }, associations: [] });
  expect(made.status).toBe(201);
  const read = await call("GET", `/crm/objects/2026-09/companies/${made.body.id}`, undefined, { properties: "name" });
  expect(read.body.properties.name).toBe("Najd");
  const found = await call("POST", "/crm/objects/2026-09/companies/search", {
    filterGroups: [{ filters: [{ propertyName: "name", operator: "EQ", value: "Najd" }] }],
  });
  expect(found.body.total).toBe(1);
  expect((await call("DELETE", `/crm/objects/2026-09/companies/${made.body.id}`)).status).toBe(204);
});

test("HubSpot's own client upserts and associates in batches", async () => {
  const upsert = await call("POST", "/crm/objects/2026-09/contacts/batch/upsert", {
    inputs: [{ id: "a@example.com", idProperty: "email", properties: { lastname: "A" }, objectWriteTraceId: "1" }],
  });
  expect(upsert.body.results[0]).toMatchObject({ new: true, objectWriteTraceId: "1" });
  const company = await call("POST", "/crm/objects/2026-09/companies", { properties: { name: "C" } });
  const linked = await call("POST", "/crm/associations/2026-09/contacts/companies/batch/associate/default", {
    inputs: [{ from: { id: upsert.body.results[0].id }, to: { id: company.body.id } }],
  });
  expect(linked.status).toBe(200);
});

test("HubSpot's own client sees the limits' headers and refusals as it would from HubSpot", async () => {
  const response = await client.apiRequest({ method: "GET", path: "/account-info/2026-09/details" });
  expect(response.headers.get("x-hubspot-ratelimit-remaining")).toMatch(/^\d+$/);
  const refused = await call("POST", "/crm/objects/2026-09/companies", { properties: { nothing: "x" } });
  expect(refused).toMatchObject({ status: 400, body: { category: "VALIDATION_ERROR" } });
});
