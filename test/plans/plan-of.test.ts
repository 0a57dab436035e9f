import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { cardRoutes } from "@keyline/domain";
import { planActions } from "../../src/plans/index.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeEach(async () => void (stage = await openStage()));
afterEach(() => stage.close());

const read = async (planKey?: string) =>
  cardRoutes.plan.answer.parse(await planActions.plan(stage.desk, { companyId: stage.companyId, lang: "en", planKey }));

test("an account without a plan says so, with what is known of it", async () => {
  expect(await read()).toMatchObject({
    company: { id: stage.companyId, name: "Company 1" },
    today: "2026-11-22",
    type: "key",
    tier: "a",
    leadManager: { id: stage.people.noura, name: "Noura" },
    plan: null,
    periods: [],
    unreadable: [],
  });
});

test("the plan that runs today is shown, also when a later one is prepared", async () => {
  await stage.plan({ period: "2025", plan_status: "closed" });
  await stage.plan({ period: "2027", plan_status: "draft" });
  await stage.plan({ period: "2026", revenue_goal: 1_800_000, revenue_to_date: 1_240_000 });
  expect(await read()).toMatchObject({
    plan: {
      period: "2026",
      status: "active",
      revenue: {
        goalMinor: 180_000_000,
        toDateMinor: 124_000_000,
        attainmentPercent: 68.9,
        pace: { pace: "behind", differenceMinor: -36_767_123 },
      },
    },
    periods: [{ period: "2027" }, { period: "2026" }, { period: "2025" }],
  });
});

test("an earlier plan opens by its key; one that is not there is said to be gone", async () => {
  await stage.plan({ period: "2025", plan_status: "closed" });
  await stage.plan({ period: "2026" });
  expect(await read(`${stage.companyId}:2025`)).toMatchObject({ plan: { period: "2025", status: "closed" } });
  await expect(read(`${stage.companyId}:1999`)).rejects.toMatchObject({ code: "not-found" });
});

test("a company in HubSpot's bin is archived, one that never was is not found", async () => {
  await stage.hubspot.records("companies").archive([stage.companyId]);
  await expect(read()).rejects.toMatchObject({ code: "archived" });
  const nobody = planActions.plan(stage.desk, { companyId: "999999", lang: "en" });
  await expect(nobody).rejects.toMatchObject({ code: "not-found" });
});
