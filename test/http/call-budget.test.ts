import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { cardRoutes, company, type CardRouteName } from "@keyline/domain";
import type { HubSpot } from "../../src/hubspot/index.ts";
import { openStage, type Stage } from "./open-stage.ts";
import { openWaves, type Waves } from "./waves.ts";

const counts = { needs: 500, objectives: 200, contacts: 60, deals: 40, tickets: 30, checkIns: 30, meetings: 20 };
const family = { members: 20, needs: 15, contacts: 5, deals: 3 };

let stage: Stage;
let waves: Waves;
let companyId: string;
let headId: string;
beforeAll(async () => {
  stage = await openStage("web", "2026-11-24T06:00:00Z", undefined, async (sandboxUrl) => {
    waves = await openWaves(sandboxUrl);
    return waves;
  });
  const { hubspot } = await stage.backend.portals.open(stage.portalId);
  companyId = await largeAccount(hubspot);
  headId = await largeFamily(hubspot);
}, 240_000);
afterAll(() => stage.close());

/** What a read asks beside the company, where it asks more. */
const asked: Partial<Record<CardRouteName, (id: string) => Record<string, string>>> = {
  need: (id) => ({ needKey: `${id}:need-1` }),
  kpiDetail: () => ({ metric: "new_sales", period: "2026-Q4" }),
  printLinks: (id) => ({ planKey: `${id}:2026` }),
};

/** Signed links are made of what the request says. */
const withoutHubSpot: readonly CardRouteName[] = ["calendarLink", "printLinks"];
/** Asked for in a panel, when a review begins: it reads the history of all that it compares, a round more. */
const later: readonly CardRouteName[] = ["planReview"];

/** Reads of a record's cards. Pages of a portal (portfolio, settings) have no company, and budgets of their own. */
const reads = (Object.keys(cardRoutes) as CardRouteName[]).filter((name) => {
  const { method, request } = cardRoutes[name];
  return method === "GET" && !later.includes(name) && "companyId" in (request as unknown as { shape: object }).shape;
});

describe("an account with 500 needs, 200 objectives and 60 contacts", () => {
  test.each(reads)(
    "%s: one signed call, at most two calls to HubSpot in a row",
    async (name) => {
      const query = { companyId, ...asked[name]?.(companyId) };
      const read = () => stage.send({ method: "GET", path: cardRoutes[name].path, query });
      // What the whole portal shares (settings, owners, pipelines) is remembered for a minute and more.
      const first = await read();
      expect([first.status, first.body.error]).toEqual([200, undefined]);

      const made = await fewestWaves(read);

      expect(made.slice(2)).toEqual([]);
      expect(made.length > 0).toBe(!withoutHubSpot.includes(name));
    },
    60_000,
  );

  test("needs: every one of them is in the answer, by no search, and well under HubSpot's megabyte", async () => {
    let answer: Awaited<ReturnType<Stage["send"]>> | undefined;
    const made = await waves.during(async () => {
      answer = await stage.send({ method: "GET", path: "/cards/needs", query: { companyId } });
    });
    expect(answer?.body.needs).toHaveLength(counts.needs);
    expect(answer?.body.unreadable).toEqual([]);
    expect(made.flat().filter((call) => call.endsWith("/search"))).toEqual([]);
    expect(JSON.stringify(answer?.body).length).toBeLessThan(400_000);
    expect(made.flat().length).toBeLessThanOrEqual(18);
  }, 60_000);
});

describe("an account that manages a family of 20 subsidiaries", () => {
  test.each(reads)(
    "%s: one signed call, at most two calls to HubSpot in a row",
    async (name) => {
      const query = { companyId: headId, ...asked[name]?.(headId) };
      const read = () => stage.send({ method: "GET", path: cardRoutes[name].path, query });
      // Who belongs to the family stands on the head; the members of last time are remembered.
      const first = await read();
      expect([first.status, first.body.error]).toEqual([200, undefined]);
      expect((await fewestWaves(read)).slice(2)).toEqual([]);
    },
    60_000,
  );

  test("a subsidiary's need, opened from the head's card, costs no more", async () => {
    const { body } = await stage.send({ method: "GET", path: "/cards/needs", query: { companyId: headId } });
    const { key, companyId: home } = body.needs.find((need: { companyId: string | null }) => need.companyId !== null);
    const query = { companyId: headId, needKey: key };
    let answer: Awaited<ReturnType<Stage["send"]>> | undefined;
    const made = await fewestWaves(async () => {
      answer = await stage.send({ method: "GET", path: "/cards/needs/one", query });
    });
    expect(answer?.body.need).toMatchObject({ key, companyId: home });
    expect(made.slice(2)).toEqual([]);
  }, 60_000);

  test("needs: those of all members in one answer, their ties read together", async () => {
    let answer: Awaited<ReturnType<Stage["send"]>> | undefined;
    const made = await waves.during(async () => {
      answer = await stage.send({ method: "GET", path: "/cards/needs", query: { companyId: headId } });
    });
    expect(answer?.body.family).toHaveLength(family.members);
    expect(answer?.body.needs).toHaveLength((family.members + 1) * family.needs);
    expect(JSON.stringify(answer?.body).length).toBeLessThan(400_000);
    expect(made.flat().filter((call) => call.includes("/associations/")).length).toBeLessThanOrEqual(5);
    expect(made.flat().length).toBeLessThanOrEqual(18);
  }, 60_000);
});

test("the count is of calls in a row: one after another is two waves, side by side is one", async () => {
  const hubspot = (await stage.backend.portals.open(stage.portalId)).hubspot.as("interactive");
  const read = () => hubspot.records(company).readOne(companyId, { properties: [] });
  const inTurn = await waves.during(async () => {
    await read();
    await read();
  });
  const together = await waves.during(() => Promise.all([read(), read()]));
  expect([inTurn.length, together.length]).toEqual([2, 1]);
});

/** A busy machine may split a wave, and never joins two: what waits for an answer waits in every try. */
async function fewestWaves(run: () => Promise<unknown>): Promise<string[][]> {
  let fewest = await waves.during(run);
  for (let tries = 1; tries < 3 && fewest.length > 2; tries++) {
    const made = await waves.during(run);
    if (made.length < fewest.length) fewest = made;
  }
  return fewest;
}

async function largeFamily(hubspot: HubSpot): Promise<string> {
  const add = adding(hubspot);
  const [id = ""] = await add("companies", 1, () => ({
    name: "Najd Group",
    am_account_type: "key",
    am_rhythm: "monthly",
    am_manages_family: "true",
    am_high_risk_gaps: "10",
    am_plan_status: "active",
  }));
  const members = await add("companies", family.members, (index) => ({ name: `Subsidiary ${index}` }));
  const below = members.map((to) => ({ from: id, to, typeId: 13 }));
  await hubspot.associations.create("companies", "companies", below);
  // As the numbers leave it when they have walked the family.
  await hubspot.records(company).update([{ id, properties: { am_family_ids: members.join(";") } }]);
  const all = [id, ...members];
  const addOfEach = async (object: string, each: number, values: (home: string, index: number) => object) => {
    for (const to of all) {
      const made = await add(object, each, (index) => values(to, index) as Record<string, string>);
      await hubspot.associations.create(
        object,
        company,
        made.map((from) => ({ from, to })),
      );
    }
  };
  await addOfEach("contacts", family.contacts, (_, index) => ({ firstname: `Contact ${index}` }));
  await addOfEach("deals", family.deals, (_, index) => ({
    dealname: `Deal ${index}`,
    pipeline: "default",
    dealstage: "appointmentscheduled",
  }));
  await addOfEach("p_account_need", family.needs, (home, index) => ({
    company_record_id: home,
    need_key: `${home}:need-${index}`,
    need_name: `Need ${index}`,
    need_status: "confirmed",
    risk: "high",
  }));
  await addOfEach("p_account_plan", 1, (home) => ({
    company_record_id: home,
    plan_key: `${home}:2026`,
    plan_name: "Plan 2026",
    plan_status: "active",
    period: "2026",
    starts_on: "2026-01-01",
    ends_on: "2026-12-31",
  }));
  return id;
}

function adding(hubspot: HubSpot) {
  return async (object: string, count: number, values: (index: number) => Record<string, string>) => {
    const inputs = Array.from({ length: count }, (_, index) => ({ properties: {}, extra: values(index) }));
    const { written, refused } = await hubspot.records(object).create(inputs);
    if (refused[0]) throw refused[0].problem;
    return written.map((one) => one.id);
  };
}

async function largeAccount(hubspot: HubSpot): Promise<string> {
  const add = adding(hubspot);
  const [id = ""] = await add("companies", 1, () => ({
    name: "Najd Foods",
    am_account_type: "key",
    am_tier: "a",
    am_rhythm: "monthly",
    am_rhythm_anchor: "2026-11-01",
    am_open_needs: String(counts.needs),
    am_high_risk_gaps: "10",
    am_plan_status: "active",
  }));
  const addOfCompany = async (...adding: Parameters<typeof add>) => {
    const pairs = (await add(...adding)).map((one) => ({ from: one, to: id }));
    await hubspot.associations.create(adding[0], company, pairs);
  };
  await addOfCompany("contacts", counts.contacts, (index) => ({
    firstname: `Contact ${index}`,
    ...(index % 5 === 0 && { am_decision_role: "influencer" }),
  }));
  await addOfCompany("deals", counts.deals, (index) => ({
    dealname: `Deal ${index}`,
    pipeline: "default",
    dealstage: "appointmentscheduled",
    amount: "1000",
  }));
  await addOfCompany("tickets", counts.tickets, (index) => ({
    subject: `Ticket ${index}`,
    hs_pipeline: "0",
    hs_pipeline_stage: "1",
  }));
  await addOfCompany("p_account_need", counts.needs, (index) => ({
    company_record_id: id,
    need_key: `${id}:need-${index}`,
    need_name: `Need ${index} of this account, in the words of whoever voiced it`,
    need_status: "confirmed",
    risk: index % 10 === 0 ? "high" : "medium",
    what: "What they want to achieve. ".repeat(20),
  }));
  await addOfCompany("p_plan_objective", counts.objectives, (index) => ({
    company_record_id: id,
    objective_key: `${id}:objective-${index}`,
    objective_name: `Objective ${index}`,
    objective_kind: "initiative",
    objective_status: "in_progress",
    due_on: "2026-12-20",
    need_key: `${id}:need-${index}`,
  }));
  await addOfCompany("p_account_plan", 1, () => ({
    company_record_id: id,
    plan_key: `${id}:2026`,
    plan_name: "Najd Foods 2026",
    plan_status: "active",
    period: "2026",
    starts_on: "2026-01-01",
    ends_on: "2026-12-31",
  }));
  await addOfCompany("p_check_in", counts.checkIns, (index) => {
    const day = `2026-0${(index % 9) + 1}-${10 + Math.floor(index / 9)}`;
    return {
      company_record_id: id,
      check_in_key: `${id}:${day}`,
      check_in_name: `Check-in ${index}`,
      slot_date: day,
      planned_date: day,
      due_date: day,
      state: "held",
      held_on: day,
    };
  });
  await addOfCompany("meetings", counts.meetings, (index) => ({
    hs_timestamp: "2026-11-20T10:00:00Z",
    hs_meeting_start_time: "2026-11-20T10:00:00Z",
    hs_meeting_title: `Visit ${index}`,
    hs_meeting_outcome: "COMPLETED",
  }));
  return id;
}
