import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { company, numberChanges, scoreReasons, type AccountProperties } from "@keyline/domain";
import { managed, openNumbers, type NumbersStage } from "./stage.ts";

/** What a company says of itself, written by nobody else than the recalculation. Sunday 22 November 2026 in Riyadh. */
let stage: NumbersStage;

beforeAll(async () => {
  stage = await openNumbers({
    renewals: {
      contractEndProperty: "contract_until",
      noticeByProperty: "am_notice_by",
      valueProperty: "contract_value",
      pipelineId: "default",
      stages: { contractsent: "likely", qualifiedtobuy: "at_risk" },
    },
  });
  for (const [name, type, fieldType] of [
    ["contract_until", "datetime", "date"],
    ["contract_value", "number", "number"],
  ] as const) {
    const body = { name, label: name, groupName: "companyinformation", type, fieldType };
    await stage.hubspot.request({ method: "POST", path: "/crm/properties/2026-09/companies", body });
  }
}, 60_000);

afterAll(() => stage?.close());

const judged = {
  am_relationship: 4,
  am_growth_potential: 5,
  am_resources: 2,
  am_standing: 3,
  am_new_markets: 1,
} as const;

async function standing(id: string): Promise<Partial<Record<keyof AccountProperties, unknown>>> {
  await stage.few(id);
  return stage.properties(id);
}

const set = (id: string, extra: Record<string, string>) =>
  stage.hubspot.records("companies").update([{ id, properties: {}, extra }]);
const plan = (companyId: string, period: string, plan_status: string, more: Record<string, string> = {}) =>
  stage.make("p_account_plan", {
    plan_key: `${companyId}:${period}`,
    plan_name: "Plan",
    plan_status,
    company_record_id: companyId,
    ...more,
  });

/** Answers of a contact of the company to a survey: what was answered, and when. */
async function answer(companyId: string, hs_survey_type: "CSAT" | "NPS", given: [value: string, at: string][]) {
  const email = `${companyId}-${hs_survey_type}@example.com`;
  const contact = await stage.make("contacts", { email }, [{ object: "companies", id: companyId }]);
  for (const [hs_value, hs_submission_timestamp] of given) {
    const properties = { hs_survey_type, hs_value, hs_submission_timestamp, hs_max_value: "5" };
    const made = (await stage.control("POST", "records/feedback_submissions", { inputs: [{ properties }] })) as {
      results: { id: string }[];
    };
    const pair = { from: contact, to: made.results[0]?.id ?? "" };
    await stage.hubspot.associations.create("contacts", "feedback_submissions", [pair]);
  }
}

describe("revenue", () => {
  test("of the running year against the company's own goal, and of the last twelve months", async () => {
    const id = await stage.account("Revenue", { ...managed, am_revenue_goal: 400 });
    await stage.deal(id, "100.10", "2026-01-01");
    await stage.deal(id, "50", "2025-12-31");
    await stage.deal(id, "7", "2025-11-20");
    expect(await standing(id)).toMatchObject({
      am_revenue_to_date: 100.1,
      am_goal_attainment: 25,
      am_revenue_12_months: 150.1,
    });
  });

  test("the goal of the running year's plan stands before it; that of a quarter's does not", async () => {
    const id = await stage.account("Planned revenue", { ...managed, am_revenue_goal: 400 });
    await stage.deal(id, "100", "2026-02-01");
    await plan(id, "2026-Q4", "active", { starts_on: "2026-10-01", ends_on: "2026-12-31", revenue_goal: "1" });
    expect(await standing(id)).toMatchObject({ am_revenue_goal: 400, am_goal_attainment: 25 });
    await plan(id, "2026", "active", { starts_on: "2026-01-01", ends_on: "2026-12-31", revenue_goal: "200" });
    expect(await standing(id)).toMatchObject({ am_revenue_goal: 200, am_goal_attainment: 50 });
  });

  test("of an account that never had a deal is nothing, which is not nought", async () => {
    const id = await stage.account("No deal", { ...managed, am_revenue_goal: 400 });
    expect(await standing(id)).toMatchObject({
      am_revenue_to_date: null,
      am_goal_attainment: null,
      am_revenue_12_months: null,
      am_revenue_rank: null,
    });
  });
});

describe("the plan", () => {
  test("that runs speaks for the account, with the day it was last touched and its end", async () => {
    const id = await stage.account("Plans");
    await plan(id, "2025", "closed", { starts_on: "2025-01-01", ends_on: "2025-12-31" });
    await plan(id, "2027", "draft", { starts_on: "2027-01-01", ends_on: "2027-12-31" });
    expect(await standing(id)).toMatchObject({ am_plan_status: "draft", am_plan_ends: "2027-12-31" });
    const year = { starts_on: "2026-01-01", ends_on: "2026-12-31", last_touched_on: "2026-09-13" };
    await plan(id, "2026", "in_review", year);
    expect(await standing(id)).toMatchObject({
      am_plan_status: "in_review",
      am_plan_ends: "2026-12-31",
      am_plan_last_touched: "2026-09-13",
    });
  });

  test("that is gone is nobody's", async () => {
    const id = await stage.account("Lost plan");
    const record = await plan(id, "2026", "active", { ends_on: "2026-12-31" });
    expect(await standing(id)).toMatchObject({ am_plan_status: "active" });
    await stage.hubspot.records("p_account_plan").archive([record]);
    expect(await standing(id)).toMatchObject({ am_plan_status: null, am_plan_ends: null, am_plan_last_touched: null });
  });
});

describe("the renewal", () => {
  test("dates and value come from the properties that the portal chose, on its own clock", async () => {
    const id = await stage.account("Contract", managed, {
      // Nine in the evening in London is the next day in Riyadh.
      contract_until: "2027-03-30T21:00:00Z",
      contract_value: "640000",
      am_notice_by: "2026-12-31",
    });
    expect(await standing(id)).toMatchObject({
      am_contract_end: "2027-03-31",
      am_renewal_value: 640_000,
      am_notice_by: "2026-12-31",
      am_renewal_outlook: null,
    });
    await set(id, { contract_until: "" });
    expect(await standing(id)).toMatchObject({ am_contract_end: null });
  });

  test.each([
    ["an open deal by its stage", [["contractsent", "2027-02-01"]], "likely"],
    ["one of whose stage nothing is said", [["appointmentscheduled", "2027-02-01"]], "open"],
    [
      "the open one that closes first",
      [
        ["contractsent", "2027-03-01"],
        ["qualifiedtobuy", "2027-02-01"],
      ],
      "at_risk",
    ],
    [
      "an open one before one that is closed",
      [
        ["closedwon", "2026-10-01"],
        ["contractsent", "2027-02-01"],
      ],
      "likely",
    ],
    ["one that was won", [["closedwon", "2026-10-01"]], "renewed"],
    ["one that was lost", [["closedlost", "2026-10-01"]], "lost"],
    ["one won for the contract before", [["closedwon", "2026-03-01"]], "open"],
  ])("the outlook comes from %s", async (_case, renewals, outlook) => {
    const id = await stage.account(
      "Renewing",
      { ...managed, am_renewal_outlook: "lost" },
      { contract_until: "2027-03-31" },
    );
    for (const [dealstage, closedOn] of renewals)
      await stage.deal(id, "1", closedOn ?? "", { dealstage: dealstage ?? "" });
    expect(await standing(id)).toMatchObject({ am_renewal_outlook: outlook });
  });

  test("without a renewal deal it is what people say", async () => {
    const id = await stage.account("Said", { ...managed, am_renewal_outlook: "at_risk" });
    expect(await standing(id)).toMatchObject({ am_renewal_outlook: "at_risk" });
  });
});

describe("people", () => {
  test("the economic buyer is known by the label or by the contact's role, until they leave", async () => {
    const id = await stage.account("People");
    expect(await standing(id)).toMatchObject({ am_economic_buyer_known: false });
    const contact = await stage.make("contacts", { email: "salma@example.com", am_decision_role: "champion" }, [
      { object: "companies", id },
    ]);
    expect(await standing(id)).toMatchObject({ am_economic_buyer_known: false });
    const contacts = stage.hubspot.records("contacts");
    await contacts.update([{ id: contact, properties: {}, extra: { am_decision_role: "economic_buyer;champion" } }]);
    expect(await standing(id)).toMatchObject({ am_economic_buyer_known: true });
    await contacts.update([{ id: contact, properties: {}, extra: { am_left_on: "2026-11-01" } }]);
    expect(await standing(id)).toMatchObject({ am_economic_buyer_known: false });
    await stage.make("contacts", { email: "tom@example.com" }, [{ object: "companies", id, label: "Economic buyer" }]);
    expect(await standing(id)).toMatchObject({ am_economic_buyer_known: true });
    await stage.pass();
    expect(await stage.properties(id)).toMatchObject({ am_economic_buyer_known: true });
  });

  test("satisfaction looks back twelve months, and its last answer is a date", async () => {
    const id = await stage.account("Satisfied");
    await answer(id, "CSAT", [
      ["5", "2026-10-31T22:00:00Z"],
      ["1", "2026-02-01T09:00:00Z"],
      ["1", "2025-11-01T09:00:00Z"],
    ]);
    expect(await standing(id)).toMatchObject({ am_satisfaction: 50, am_last_satisfaction_answer: "2026-11-01" });
  });

  test("last contact is what HubSpot saw last, or a check-in held since", async () => {
    const id = await stage.account("Contacted");
    const tied = [{ object: "companies", id }];
    await stage.make("calls", { hs_timestamp: "2026-11-09T21:30:00Z", hs_call_status: "COMPLETED" }, tied);
    await stage.make("meetings", { hs_timestamp: "2026-12-20T09:00:00Z", hs_meeting_title: "To come" }, tied);
    expect(await standing(id)).toMatchObject({ am_last_contact: "2026-11-10" });
    const dates = { slot_date: "2026-11-15", planned_date: "2026-11-15", due_date: "2026-11-15" };
    const held = { state: "held", held_on: "2026-11-16", company_record_id: id };
    await stage.make("p_check_in", { check_in_key: `${id}:2026-11-15`, check_in_name: "Held", ...dates, ...held });
    expect(await standing(id)).toMatchObject({ am_last_contact: "2026-11-16", am_last_check_in: "2026-11-16" });
  });

  test("a last check-in that stands later than any that is known stays", async () => {
    const id = await stage.account("Held");
    await stage.hubspot.records(company).update([{ id, properties: { am_last_check_in: "2026-11-18" } }]);
    const dates = { slot_date: "2026-11-01", planned_date: "2026-11-01", due_date: "2026-11-01" };
    const held = { state: "held", held_on: "2026-11-02", company_record_id: id };
    await stage.make("p_check_in", { check_in_key: `${id}:2026-11-01`, check_in_name: "Held", ...dates, ...held });
    expect(await standing(id)).toMatchObject({ am_last_check_in: "2026-11-18" });
  });
});

describe("numbers since the last check-in", () => {
  const last = { ...managed, am_last_check_in: "2026-11-01" } as const;
  const changes = async (id: string) => numberChanges.read((await standing(id)).am_number_changes as string | null);

  test("are set against what they were at the end of that day, by the same rule", async () => {
    const id = await stage.account("Changed", { ...last, am_revenue_goal: 1_000 });
    await answer(id, "CSAT", [
      ["5", "2025-11-10T09:00:00Z"], // counts on 1 November, and is over a year old today
      ["5", "2026-11-01T20:00:00Z"], // 23:00 in Riyadh
      ["1", "2026-11-01T21:30:00Z"], // half past midnight of the day after
    ]);
    await answer(id, "NPS", [
      ["9", "2026-10-01T09:00:00Z"],
      ["3", "2026-11-12T09:00:00Z"],
    ]);
    await stage.deal(id, "200", "2026-05-01");
    await stage.deal(id, "90", "2026-11-09");
    expect(await changes(id)).toEqual({
      since: "2026-11-01",
      numbers: [
        { number: "satisfaction", now: 50, before: 100 },
        { number: "nps", now: 0, before: 100 },
        { number: "goal_attainment", now: 29, before: 20 },
      ],
    });
  });

  test("are nothing where none has changed by a whole point, or was not known then", async () => {
    const id = await stage.account("Quiet", { ...last, am_revenue_goal: 100_000 });
    await stage.deal(id, "20000", "2026-05-01");
    await stage.deal(id, "400", "2026-11-09");
    await answer(id, "CSAT", [["1", "2026-11-12T09:00:00Z"]]);
    expect(await changes(id)).toBeNull();
  });

  test("leave a goal of another year out", async () => {
    const id = await stage.account("New year", { ...managed, am_last_check_in: "2025-12-20", am_revenue_goal: 1_000 });
    await stage.deal(id, "200", "2026-05-01");
    expect(await changes(id)).toBeNull();
  });

  test("begin anew with the next check-in, and again write nothing", async () => {
    const id = await stage.account("Held", { ...last, am_revenue_goal: 1_000 });
    await stage.deal(id, "300", "2026-11-09");
    expect(await changes(id)).toMatchObject({ numbers: [{ number: "goal_attainment", now: 30, before: 0 }] });
    await stage.hubspot.records(company).update([{ id, properties: { am_last_check_in: "2026-11-20" } }]);
    expect(await changes(id)).toBeNull();
    expect(await stage.few(id)).toMatchObject({ written: 0 });
  });
});

describe("scores", () => {
  test("under three known parts health is not enough known, and what is missing is named", async () => {
    const id = await stage.account("Unknown", { ...managed, am_relationship: 5 });
    const found = await standing(id);
    expect(found).toMatchObject({ am_health_score: null, am_health_band: "unknown", am_health_change: null });
    const reasons = scoreReasons.read(found["am_score_reasons"] as string);
    expect(reasons?.health.parts.map(({ part }) => part)).toEqual(["relationship"]);
    expect(reasons?.health.missing).toContain("tickets");
  });

  test("each part says in both languages why it stands where it stands", async () => {
    const id = await stage.account("Known", { ...managed, ...judged, am_notice_by: "2026-12-02" });
    await stage.make("tickets", { subject: "Late", hs_pipeline: "0", hs_pipeline_stage: "1" }, [
      { object: "companies", id },
    ]);
    const found = await standing(id);
    const health = scoreReasons.read(found["am_score_reasons"] as string)?.health;
    expect(health?.parts.map(({ reason }) => reason.en)).toEqual([
      "Relationship 4 of 5: good",
      "1 open ticket",
      "Notice date in 10 days, undecided",
    ]);
    expect(health?.parts.every(({ reason }) => /[\u0600-\u06ff]/.test(reason.ar))).toBe(true);
    expect(found["am_health_score"]).toBe(health?.score);
    // (20 × 3/4 + 25 + 10 × 3/4) of the 55 points that are judged.
    expect(found["am_priority_score"]).toBe(86);
  });

  test("health is remembered by month: a change is against a quarter ago", async () => {
    const id = await stage.account("Changing", { ...managed, ...judged, am_revenue_goal: 100 });
    await stage.make("tickets", { subject: "Late", hs_pipeline: "0", hs_pipeline_stage: "1" }, [
      { object: "companies", id },
    ]);
    await stage.deal(id, "100", "2026-02-01");
    await stage.goTo("2026-08-20T06:00:00Z");
    const then = await standing(id);
    expect(then).toMatchObject({ am_health_change: null });
    await stage.goTo("2026-11-22T06:00:00Z");
    await set(id, { am_relationship: "1" });
    const now = await standing(id);
    expect(now["am_health_change"]).toBe(Number(now["am_health_score"]) - Number(then["am_health_score"]));
    expect(now["am_health_change"]).toBeLessThan(-10);
  });

  test("selection ranks by revenue among all accounts, also those that nobody manages yet", async () => {
    const high = await stage.account("High", { ...managed, ...judged });
    const low = await stage.account("Low", { ...managed, ...judged });
    const candidate = await stage.account("Candidate", judged);
    await stage.deal(high, "1000000", "2026-05-01");
    await stage.deal(low, "1", "2026-05-01");
    await stage.deal(candidate, "500000", "2026-05-01");
    await stage.recalculate("2026-11");
    const [one, other, third] = await Promise.all([high, low, candidate].map((id) => stage.properties(id)));
    expect(one?.am_revenue_rank).toBe(100);
    expect(third?.am_revenue_rank).toBeGreaterThan(other?.am_revenue_rank ?? 100);
    expect(one?.am_selection_score).toBeGreaterThan(other?.am_selection_score ?? 100);
    expect(third).toMatchObject({ am_health_band: null, am_selection_score: expect.any(Number) });
    const reasons = scoreReasons.read(one?.am_score_reasons)?.selection.parts.map(({ reason }) => reason.en);
    expect(reasons).toContain("Brings more revenue than 100% of accounts, takes 2 of 5 resources");
    expect(await stage.recalculate("2026-11")).toMatchObject({ written: 0 });
    expect(await stage.rank()).toMatchObject({ written: 0, refused: [] });
  });
});

test("a nightly pass says the same as a recalculation of each, and again writes nothing", async () => {
  await stage.pass();
  await stage.rank();
  expect(await stage.pass()).toMatchObject({ written: 0, refused: [], next: null });
  expect(await stage.recalculate("2026-11")).toMatchObject({ written: 0, refused: [] });
});
