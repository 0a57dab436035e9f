import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { makePeople } from "../check-ins/stage.ts";
import { openStage, type Stage } from "./open-stage.ts";

const noura = "1011";
const tom = "1012";
const huda = "1013";
const stranger = "7";

async function openPortal(settings: object) {
  const stage = await openStage();
  const people = await makePeople(async (method, path, body) => {
    const headers = { "content-type": "application/json" };
    const init: RequestInit = { method, body: JSON.stringify(body), headers };
    const answer = await fetch(`${stage.sandbox.url}/_sandbox/${path}`, init);
    return answer.json();
  });
  await stage.hubspot("PATCH", "/crm/objects/2026-09/p_account_plan/framework?idProperty=plan_key", {
    properties: { settings: JSON.stringify(settings) },
  });
  return { stage, people };
}

async function makeCompany(stage: Stage, properties: Record<string, string> = {}): Promise<string> {
  const made = await stage.hubspot("POST", "/crm/objects/2026-09/companies", {
    properties: { name: "Najd Foods", ...properties },
    associations: [],
  });
  return made.id as string;
}

const addNeed = (stage: Stage, companyId: string, userId: string) =>
  stage.send({
    method: "POST",
    path: "/cards/needs/add",
    userId,
    body: {
      idempotencyKey: crypto.randomUUID(),
      companyId,
      onceId: crypto.randomUUID(),
      name: "Reporting in Arabic",
      kind: null,
      priority: null,
      risk: null,
      source: null,
      what: null,
      why: null,
      evidence: null,
      voicedById: null,
      voicedOn: null,
    },
  });
const read = (stage: Stage, path: string, companyId: string, userId: string) =>
  stage.send({ method: "GET", path, query: { companyId }, userId });

describe("a portal where only an account's team may edit", () => {
  let stage: Stage;
  let people: { noura: string; tom: string; huda: string };
  let companyId: string;
  beforeAll(async () => {
    ({ stage, people } = await openPortal({ whoMayEdit: "team" }));
    companyId = await makeCompany(stage, { hubspot_owner_id: people.noura });
  }, 60_000);
  afterAll(() => stage.close());

  test.each(["/cards/summary", "/cards/check-ins", "/cards/needs"])(
    "%s tells others that they only read",
    async (path) => {
      const others = await read(stage, path, companyId, tom);
      expect([others.status, others.body.access]).toEqual([200, { canWrite: false, why: "read-only" }]);
      const own = await read(stage, path, companyId, noura);
      expect([own.status, own.body.access]).toEqual([200, { canWrite: true, why: null }]);
    },
  );

  test.each([
    ["its owner", noura, 200],
    ["the owner's manager", huda, 200],
    ["another manager of accounts", tom, 403],
    ["somebody who owns nothing", stranger, 403],
  ])("a write of %s", async (_, userId, status) => {
    const answer = await addNeed(stage, companyId, userId);
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body.error).toMatchObject({ code: "no-permission" });
  });

  test("what was refused was not written", async () => {
    const fresh = await makeCompany(stage, { hubspot_owner_id: people.noura });
    await addNeed(stage, fresh, tom);
    expect((await read(stage, "/cards/needs", fresh, noura)).body.needs).toEqual([]);
  });

  test.each(["am_lead_manager", "am_team", "am_executive_sponsor"])("%s may write too", async (property) => {
    const shared = await makeCompany(stage, { hubspot_owner_id: people.noura, [property]: people.tom });
    expect((await addNeed(stage, shared, tom)).status).toBe(200);
  });

  test("an account that nobody has yet can be begun by anyone", async () => {
    expect((await addNeed(stage, await makeCompany(stage), stranger)).status).toBe(200);
  });
});

describe("a portal with nothing set", () => {
  let stage: Stage;
  let companyId: string;
  beforeAll(async () => {
    let people;
    ({ stage, people } = await openPortal({}));
    companyId = await makeCompany(stage, { hubspot_owner_id: people.noura });
  }, 60_000);
  afterAll(() => stage.close());

  test("lets everyone who sees the record write", async () => {
    expect((await addNeed(stage, companyId, stranger)).status).toBe(200);
    expect((await read(stage, "/cards/needs", companyId, stranger)).body.access.canWrite).toBe(true);
  });

  test("a write wakes the company's numbers, once for several; reads and refused writes do not", async () => {
    const fresh = await makeCompany(stage);
    const waiting = async () => (await stage.backend.queue.counts()).delayed;
    const before = await waiting();
    await read(stage, "/cards/needs", fresh, stranger);
    await addNeed(stage, "999999", stranger);
    expect(await waiting()).toBe(before);

    await Promise.all([addNeed(stage, fresh, stranger), addNeed(stage, fresh, noura)]);
    await addNeed(stage, fresh, stranger);

    expect(await waiting()).toBe(before + 1);
  });
});
