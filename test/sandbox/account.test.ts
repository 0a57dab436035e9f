import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { make, openDoor, type Door } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

test("the account says its id, clock and currencies", async () => {
  await door.control("PUT", "/portal", { timeZone: "Asia/Kolkata", currency: "INR" });
  const { body } = await door.call("GET", "/account-info/2026-09/details");
  expect(body).toMatchObject({
    portalId: 48_000_001,
    timeZone: "Asia/Kolkata",
    utcOffset: "+05:30",
    utcOffsetMilliseconds: 19_800_000,
    companyCurrency: "INR",
    additionalCurrencies: [],
  });
});

describe("owners", () => {
  const owner = (email: string, parts: object = {}) => ({ properties: { email, ...parts } });

  test("are found by e-mail, by user, and archived when they left", async () => {
    const made = await door.control("POST", "/records/owners", {
      inputs: [
        owner("a@example.com", { firstName: "A", teams: [{ id: "7", name: "East", primary: true }] }),
        owner("b@example.com"),
      ],
    });
    expect(made.status).toBe(201);
    const byMail = await door.call("GET", "/crm/owners/2026-09?email=a@example.com");
    const [first] = byMail.body.results;
    expect(first).toMatchObject({ email: "a@example.com", type: "PERSON", teams: [{ id: "7" }] });
    expect(first.id).not.toBe(String(first.userId));
    const byUser = await door.call("GET", `/crm/owners/2026-09/${first.userId}?idProperty=userId`);
    expect(byUser.body.id).toBe(first.id);
    await door.control("POST", "/records/owners", {
      inputs: [owner("a@example.com", { id: first.id, archived: true })],
    });
    expect((await door.call("GET", "/crm/owners/2026-09")).body.results).toHaveLength(1);
    const left = await door.call("GET", "/crm/owners/2026-09?archived=true");
    expect(left.body.results).toMatchObject([{ id: first.id, archived: true, userIdIncludingInactive: first.userId }]);
    expect(left.body.results[0]).not.toHaveProperty("userId");
  });

  test("come in pages", async () => {
    const inputs = ["c", "d", "e"].map((name) => owner(`${name}@example.com`));
    await door.control("POST", "/records/owners", { inputs });
    const first = await door.call("GET", "/crm/owners/2026-09?limit=2");
    const rest = await door.call("GET", `/crm/owners/2026-09?limit=100&after=${first.body.paging.next.after}`);
    expect(first.body.results.length + rest.body.results.length).toBe(4);
    expect(rest.body).not.toHaveProperty("paging");
  });
});

describe("pipelines", () => {
  const path = "/crm/pipelines/2026-09/deals";

  test("start with HubSpot's own, closed stages marked", async () => {
    const { body } = await door.call("GET", path);
    const stages = body.results[0].stages.map((each: { id: string; metadata: { isClosed: string } }) => [
      each.id,
      each.metadata.isClosed,
    ]);
    expect(Object.fromEntries(stages)).toMatchObject({ contractsent: "false", closedwon: "true", closedlost: "true" });
    const tickets = await door.call("GET", "/crm/pipelines/2026-09/tickets");
    expect(tickets.body.results[0].stages.at(-1)).toMatchObject({ metadata: { ticketState: "CLOSED" } });
  });

  test("are made with stages, and a stage in use cannot go", async () => {
    const stages = [
      { stageId: "offered", label: "Offered", displayOrder: 0, metadata: { probability: "0.5" } },
      { stageId: "kept", label: "Kept", displayOrder: 1, metadata: { probability: "1.0" } },
    ];
    const made = await door.call("POST", path, { label: "Renewals", displayOrder: 2, pipelineId: "renewals", stages });
    expect(made.status).toBe(201);
    const deal = await make(door, "deals", { dealstage: "offered" });
    expect((await door.call("DELETE", `${path}/renewals/stages/offered`)).status).toBe(400);
    expect((await door.call("DELETE", `${path}/renewals`)).status).toBe(400);
    await door.objects("DELETE", `/deals/${deal}`);
    expect((await door.call("DELETE", `${path}/renewals/stages/offered`)).status).toBe(204);
    expect((await door.call("DELETE", `${path}/renewals`)).status).toBe(204);
    expect((await door.call("GET", `${path}/renewals`)).status).toBe(404);
  });

  test.each([
    ["no stages", { label: "P", displayOrder: 0, stages: [] }],
    [
      "a probability above one",
      { label: "P", displayOrder: 0, stages: [{ label: "S", displayOrder: 0, metadata: { probability: "2" } }] },
    ],
    [
      "a stage without probability",
      { label: "P", displayOrder: 0, stages: [{ label: "S", displayOrder: 0, metadata: {} }] },
    ],
  ])("are refused: %s", async (_what, body) => {
    expect((await door.call("POST", path, body)).status).toBe(400);
  });

  test("are for deals and tickets only", async () => {
    expect((await door.call("GET", "/crm/pipelines/2026-09/companies")).status).toBe(400);
  });
});

describe("limits", () => {
  test("count records and own properties", async () => {
    await make(door, "companies", { name: "A" });
    const records = await door.call("GET", "/crm/limits/2026-09/records");
    const companies = records.body.hubspotDefinedObjectTypes.find(
      (each: { objectTypeId: string }) => each.objectTypeId === "0-2",
    );
    expect(companies.usage).toBe(1);
  });
});

test("a workflow action that waited is completed", async () => {
  const path = "/automation/actions/callbacks/2026-09";
  const outputFields = { hs_execution_state: "SUCCESS" };
  expect((await door.call("POST", `${path}/cb-1/complete`, { outputFields })).status).toBe(204);
  expect((await door.call("POST", `${path}/complete`, { inputs: [{ callbackId: "cb-2", outputFields }] })).status).toBe(
    204,
  );
  expect((await door.call("POST", `${path}/cb-1/complete`, {})).status).toBe(400);
});
