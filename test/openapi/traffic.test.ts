import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Exchange } from "../../src/sandbox/index.ts";
import { make, makeType, openDoor, type Door } from "../sandbox/door.ts";
import { openConformance } from "./index.ts";

const conformance = openConformance();
if (!conformance) console.warn("SKIPPED: HubSpot's descriptions; set HUBSPOT_OPENAPI to their folder to check traffic");

(conformance ? describe : describe.skip)("the sandbox's traffic by HubSpot's own descriptions", () => {
  let door: Door;
  let seen: Exchange[] = [];

  beforeAll(async () => {
    door = await openDoor({ tier: "enterprise" });
    door.sandbox.onExchange((exchange) => seen.push(exchange));
  });
  afterAll(() => door.close());

  const violations = () => {
    const found = seen
      .filter(({ path }) => !path.startsWith("/oauth/authorize"))
      .flatMap((each) => conformance!.check(each));
    const checked = seen.length;
    seen = [];
    expect(checked).toBeGreaterThan(0);
    return found;
  };
  const v = "2026-09";

  test("account, limits, owners", async () => {
    await door.control("POST", "/records/owners", {
      inputs: [
        {
          properties: {
            email: "sara@example.com",
            firstName: "Sara",
            teams: [{ id: "1", name: "East", primary: true }],
          },
        },
      ],
    });
    await door.call("GET", `/account-info/${v}/details`);
    await door.call("GET", `/crm/owners/${v}?limit=10&archived=false`);
    await door.call("GET", `/crm/owners/${v}/70000001`);
    await door.call("GET", `/crm/owners/${v}/1`);
    for (const what of ["custom-object-types", "custom-properties", "records", "associations/labels"]) {
      await door.call("GET", `/crm/limits/${v}/${what}`);
    }
    expect(violations()).toEqual([]);
  });

  test("schemas and properties", async () => {
    const typeId = await makeType(door, "widget");
    await door.call("GET", `/crm-object-schemas/${v}/schemas`);
    await door.call("GET", `/crm-object-schemas/${v}/schemas/widget`);
    await door.call("PATCH", `/crm-object-schemas/${v}/schemas/${typeId}`, {
      clearDescription: false,
      labels: { singular: "Widget", plural: "Widgets" },
    });
    await door.call("POST", `/crm-object-schemas/${v}/schemas/widget/associations`, {
      fromObjectTypeId: typeId,
      toObjectTypeId: "0-1",
    });
    await door.call("POST", `/crm-object-schemas/${v}/schemas`, { name: "9", labels: {}, properties: [] });
    await door.call("POST", `/crm/properties/${v}/companies/groups`, { name: "am", label: "AM", displayOrder: 1 });
    await door.call("GET", `/crm/properties/${v}/companies/groups`);
    await door.call("GET", `/crm/properties/${v}/companies/groups/am`);
    await door.call("PATCH", `/crm/properties/${v}/companies/groups/am`, { label: "Account management" });
    const property = (name: string) => ({ name, label: name, groupName: "am", type: "string", fieldType: "text" });
    await door.call("POST", `/crm/properties/${v}/companies`, property("am_one"));
    await door.call("POST", `/crm/properties/${v}/companies`, property("am_one"));
    await door.call("POST", `/crm/properties/${v}/companies/batch/create`, {
      inputs: [property("am_two"), property("am_three")],
    });
    await door.call("POST", `/crm/properties/${v}/companies/batch/read`, {
      inputs: [{ name: "am_two" }, { name: "nothing" }],
      archived: false,
      dataSensitivity: "non_sensitive",
    });
    await door.call("PATCH", `/crm/properties/${v}/companies/am_two`, { label: "Two" });
    await door.call("GET", `/crm/properties/${v}/companies`);
    await door.call("GET", `/crm/properties/${v}/companies/am_two`);
    await door.call("DELETE", `/crm/properties/${v}/companies/am_two`);
    await door.call("POST", `/crm/properties/${v}/companies/batch/archive`, { inputs: [{ name: "am_three" }] });
    expect(violations()).toEqual([]);
  });

  test("records, one and many", async () => {
    const id = await make(door, "companies", { name: "Najd", domain: "najd.example" });
    const other = await make(door, "companies", { name: "Hejaz" });
    const contact = await make(door, "contacts", { email: "a@najd.example" });
    await door.objects("PUT", `/companies/${id}/associations/default/contacts/${contact}`);
    await door.objects(
      "GET",
      `/companies/${id}?properties=name,industry&propertiesWithHistory=name&associations=contacts`,
    );
    await door.objects("GET", `/companies?limit=1&associations=contacts`);
    await door.objects("GET", `/contacts/a@najd.example?idProperty=email`);
    await door.objects("PATCH", `/companies/${id}`, { properties: { city: "Riyadh" } });
    await door.objects("PATCH", `/companies/${id}`, { properties: { nothing: "x" } });
    await door.objects("GET", "/companies/1");
    const inputs = [1, 2].map((n) => ({
      properties: { name: `C${n}` },
      associations: [],
      objectWriteTraceId: `t${n}`,
    }));
    const made = await door.objects("POST", "/companies/batch/create", { inputs });
    const ids = made.body.results.map((record: { id: string }) => record.id) as string[];
    await door.objects("POST", "/companies/batch/create", {
      inputs: [...inputs, { properties: { nothing: "x" }, associations: [], objectWriteTraceId: "bad" }],
    });
    await door.objects("POST", "/companies/batch/read", {
      inputs: [{ id }, { id: "1" }],
      properties: ["name"],
      propertiesWithHistory: [],
    });
    await door.objects("POST", "/companies/batch/update", {
      inputs: ids.map((each) => ({ id: each, properties: { city: "Jeddah" } })),
    });
    await door.objects("POST", "/contacts/batch/upsert", {
      inputs: ["a@najd.example", "new@najd.example"].map((email) => ({
        id: email,
        idProperty: "email",
        properties: { lastname: "L" },
      })),
    });
    await door.objects("POST", "/companies/search", {
      filterGroups: [{ filters: [{ propertyName: "name", operator: "HAS_PROPERTY" }] }],
      sorts: [{ propertyName: "createdate", direction: "DESCENDING" }],
      properties: ["name", "city"],
      limit: 2,
      after: "0",
      query: "",
    });
    await door.objects("POST", "/companies/merge", { primaryObjectId: id, objectIdToMerge: other });
    await door.objects("POST", "/contacts/gdpr-delete", { objectId: contact });
    await door.objects("POST", "/companies/batch/archive", { inputs: [{ id: ids[0] }] });
    await door.objects("DELETE", `/companies/${ids[1]}`);
    await door.objects("GET", "/companies?archived=true");
    expect(violations()).toEqual([]);
  });

  test("associations and labels", async () => {
    const company = await make(door, "companies", { name: "A" });
    const contact = await make(door, "contacts", { email: "b@najd.example" });
    const labels = await door.call("POST", `/crm/associations/${v}/contacts/companies/labels`, {
      name: "decides",
      label: "Decides",
      inverseLabel: "Decided by",
    });
    const { category, typeId } = labels.body.results[0];
    const types = [{ associationCategory: category, associationTypeId: typeId }];
    await door.call("GET", `/crm/associations/${v}/contacts/companies/labels`);
    await door.call("PUT", `/crm/associations/${v}/contacts/companies/labels`, {
      associationTypeId: typeId,
      label: "Buys",
    });
    await door.objects("PUT", `/contacts/${contact}/associations/companies/${company}`, types);
    const pair = { from: { id: contact }, to: { id: company } };
    await door.call("POST", `/crm/associations/${v}/contacts/companies/batch/associate/default`, { inputs: [pair] });
    await door.call("POST", `/crm/associations/${v}/contacts/companies/batch/create`, { inputs: [{ ...pair, types }] });
    await door.call("POST", `/crm/associations/${v}/contacts/companies/batch/read`, {
      inputs: [{ id: contact }, { id: "1" }],
    });
    await door.call("POST", `/crm/associations/${v}/contacts/companies/batch/labels/archive`, {
      inputs: [{ ...pair, types }],
    });
    await door.call("POST", `/crm/associations/${v}/contacts/companies/batch/archive`, {
      inputs: [{ from: pair.from, to: [pair.to] }],
    });
    await door.objects("DELETE", `/contacts/${contact}/associations/companies/${company}`);
    await door.call("DELETE", `/crm/associations/${v}/contacts/companies/labels/${typeId}`);
    expect(violations()).toEqual([]);
  });

  test("pipelines, lists, currencies, callbacks, tokens", async () => {
    const stages = [{ label: "Open", displayOrder: 0, metadata: { probability: "0.5" } }];
    const pipeline = await door.call("POST", `/crm/pipelines/${v}/deals`, {
      label: "Renewals",
      displayOrder: 1,
      stages,
    });
    await door.call("GET", `/crm/pipelines/${v}/deals`);
    await door.call("PATCH", `/crm/pipelines/${v}/deals/${pipeline.body.id}`, { label: "Renewal" });
    await door.call("POST", `/crm/pipelines/${v}/deals/${pipeline.body.id}/stages`, {
      label: "Won",
      displayOrder: 1,
      metadata: { probability: "1.0" },
    });
    await door.call("GET", `/crm/pipelines/${v}/tickets/0/stages`);
    await door.call("DELETE", `/crm/pipelines/${v}/deals/${pipeline.body.id}`);
    const filterBranch = {
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
              property: "city",
              operation: {
                operationType: "MULTISTRING",
                operator: "IS_EQUAL_TO",
                values: ["Jeddah"],
                includeObjectsWithNoValueSet: false,
              },
            },
          ],
        },
      ],
    };
    const list = await door.call("POST", `/crm/lists/${v}`, {
      name: "Jeddah",
      objectTypeId: "0-2",
      processingType: "DYNAMIC",
      filterBranch,
    });
    const { listId } = list.body.list;
    await door.call("GET", `/crm/lists/${v}/${listId}?includeFilters=true`);
    await door.call("GET", `/crm/lists/${v}/object-type-id/0-2/name/Jeddah`);
    await door.call("GET", `/crm/lists/${v}/${listId}/memberships?limit=10`);
    await door.call("POST", `/crm/lists/${v}/search`, {
      query: "jed",
      additionalProperties: [],
      listIds: [],
      processingTypes: [],
      offset: 0,
    });
    await door.call("PUT", `/crm/lists/${v}/${listId}/update-list-filters`, { filterBranch });
    await door.call("PUT", `/crm/lists/${v}/${listId}/update-list-name?listName=Two`);
    await door.call("DELETE", `/crm/lists/${v}/${listId}`);
    await door.call("POST", `/settings/currencies/${v}/exchange-rates`, {
      fromCurrencyCode: "EUR",
      conversionRate: 4.1,
    });
    await door.call("GET", `/settings/currencies/${v}/exchange-rates`);
    await door.call("GET", `/settings/currencies/${v}/company-currency`);
    await door.call("POST", `/automation/actions/callbacks/${v}/cb-1/complete`, {
      outputFields: { hs_execution_state: "SUCCESS" },
    });
    const form = new URLSearchParams({
      client_id: "sandbox-client",
      client_secret: "sandbox-secret",
      token: "sandbox",
    });
    await door.call("POST", `/oauth/${v}/token/introspect`, form.toString(), {
      "Content-Type": "application/x-www-form-urlencoded",
    });
    expect(violations()).toEqual([]);
  });
});
