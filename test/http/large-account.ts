import { company } from "@keyline/domain";
import type { HubSpot } from "../../src/hubspot/index.ts";

export const largeCounts = {
  needs: 500,
  objectives: 200,
  contacts: 60,
  deals: 40,
  tickets: 30,
  checkIns: 30,
  meetings: 20,
};
export const largeFamilyCounts = { members: 20, needs: 15, contacts: 5, deals: 3 };

/** The head of a family of twenty, all of whom have some of everything; its id. */
export async function largeFamily(hubspot: HubSpot): Promise<string> {
  const add = adding(hubspot);
  const [id = ""] = await add("companies", 1, () => ({
    name: "Najd Group",
    am_account_type: "key",
    am_rhythm: "monthly",
    am_manages_family: "true",
    am_high_risk_gaps: "10",
    am_plan_status: "active",
  }));
  const members = await add("companies", largeFamilyCounts.members, (index) => ({ name: `Subsidiary ${index}` }));
  const below = members.map((to) => ({ from: id, to, typeId: 13 }));
  await hubspot.associations.create("companies", "companies", below);
  // As the numbers leave it when they have walked the largeFamilyCounts.
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
  await addOfEach("contacts", largeFamilyCounts.contacts, (_, index) => ({ firstname: `Contact ${index}` }));
  await addOfEach("deals", largeFamilyCounts.deals, (_, index) => ({
    dealname: `Deal ${index}`,
    pipeline: "default",
    dealstage: "appointmentscheduled",
  }));
  await addOfEach("p_account_need", largeFamilyCounts.needs, (home, index) => ({
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

/** One company with more of everything than people have; its id. */
export async function largeAccount(hubspot: HubSpot, name: string): Promise<string> {
  const add = adding(hubspot);
  const [id = ""] = await add("companies", 1, () => ({
    name,
    am_account_type: "key",
    am_tier: "a",
    am_rhythm: "monthly",
    am_rhythm_anchor: "2026-11-01",
    am_open_needs: String(largeCounts.needs),
    am_high_risk_gaps: "10",
    am_plan_status: "active",
  }));
  const addOfCompany = async (...adding: Parameters<typeof add>) => {
    const pairs = (await add(...adding)).map((one) => ({ from: one, to: id }));
    await hubspot.associations.create(adding[0], company, pairs);
  };
  await addOfCompany("contacts", largeCounts.contacts, (index) => ({
    firstname: `Contact ${index}`,
    ...(index % 5 === 0 && { am_decision_role: "influencer" }),
  }));
  await addOfCompany("deals", largeCounts.deals, (index) => ({
    dealname: `Deal ${index}`,
    pipeline: "default",
    dealstage: "appointmentscheduled",
    amount: "1000",
  }));
  await addOfCompany("tickets", largeCounts.tickets, (index) => ({
    subject: `Ticket ${index}`,
    hs_pipeline: "0",
    hs_pipeline_stage: "1",
  }));
  await addOfCompany("p_account_need", largeCounts.needs, (index) => ({
    company_record_id: id,
    need_key: `${id}:need-${index}`,
    need_name: `Need ${index} of this account, in the words of whoever voiced it`,
    need_status: "confirmed",
    risk: index % 10 === 0 ? "high" : "medium",
    what: "What they want to achieve. ".repeat(20),
  }));
  await addOfCompany("p_plan_objective", largeCounts.objectives, (index) => ({
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
    plan_name: `${name} 2026`,
    plan_status: "active",
    period: "2026",
    starts_on: "2026-01-01",
    ends_on: "2026-12-31",
  }));
  await addOfCompany("p_check_in", largeCounts.checkIns, (index) => {
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
  await addOfCompany("meetings", largeCounts.meetings, (index) => ({
    hs_timestamp: "2026-11-20T10:00:00Z",
    hs_meeting_start_time: "2026-11-20T10:00:00Z",
    hs_meeting_title: `Visit ${index}`,
    hs_meeting_outcome: "COMPLETED",
  }));
  return id;
}
