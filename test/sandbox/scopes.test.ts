import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openDoor, type Door } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor({
    scopes: [
      "oauth",
      "crm.objects.companies.read",
      "crm.objects.contacts.read",
      "crm.objects.contacts.write",
      "crm.lists.read",
    ],
  });
});
afterAll(() => door.close());

test.each([
  ["read companies", "GET", "/crm/objects/2026-09/companies", undefined, 200],
  ["search companies", "POST", "/crm/objects/2026-09/companies/search", {}, 200],
  [
    "write tasks, by the contacts' scope",
    "POST",
    "/crm/objects/2026-09/tasks",
    { properties: { hs_timestamp: "1" } },
    201,
  ],
  ["read a company's properties", "GET", "/crm/properties/2026-09/companies", undefined, 200],
  ["read lists", "POST", "/crm/lists/2026-09/search", {}, 200],
])("an app may %s with what it was granted", async (_what, method, path, body, status) => {
  expect((await door.call(method, path, body)).status).toBe(status);
});

test.each([
  ["write companies", "POST", "/crm/objects/2026-09/companies", { properties: {} }, "crm.objects.companies.write"],
  ["read owners", "GET", "/crm/owners/2026-09", undefined, "crm.objects.owners.read"],
  ["make company properties", "POST", "/crm/properties/2026-09/companies", {}, "crm.schemas.companies.write"],
  ["make custom objects", "POST", "/crm-object-schemas/2026-09/schemas", {}, "crm.schemas.custom.write"],
  ["read products", "GET", "/crm/objects/2026-09/products", undefined, "e-commerce"],
  [
    "associate companies",
    "POST",
    "/crm/associations/2026-09/companies/contacts/batch/create",
    {},
    "crm.objects.companies.write",
  ],
  ["make lists", "POST", "/crm/lists/2026-09", {}, "crm.lists.write"],
])("an app may not %s without the scope, and is told which", async (_what, method, path, body, scope) => {
  const answer = await door.call(method, path, body);
  expect(answer.status).toBe(403);
  expect(answer.body.category).toBe("MISSING_SCOPES");
  expect(answer.body.errors[0].context.requiredGranularScopes).toContain(scope);
});
