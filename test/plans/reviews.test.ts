import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  accountKpi,
  accountKpiKey,
  accountNeed,
  accountPlan,
  cardRoutes,
  planObjective,
  type AccountPlan,
} from "@keyline/domain";
import { planActions, type PlanDesk } from "../../src/plans/index.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let planId: string;
let planKey: string;
beforeEach(async () => {
  stage = await openStage();
  await stage.goTo("2026-10-01T06:00:00Z");
  planId = await stage.plan({ period: "2026", revenue_goal: 1_500_000, review_rhythm: "quarterly" });
  planKey = `${stage.companyId}:2026`;
});
afterEach(() => stage.close());

const review = async (desk: PlanDesk = stage.desk) =>
  cardRoutes.planReview.answer.parse(
    await planActions.planReview(desk, { companyId: stage.companyId, lang: "en", planKey }),
  );
const close = async (decisions: string, expectedLast: AccountPlan["last_reviewed_on"] = null) => {
  const asked = { planKey, expectedLast, decisions, nextReviewOn: "2027-01-10" as const };
  return cardRoutes.closeReview.answer.parse(await planActions.closeReview(stage.desk, { ...stage.intent(), ...asked }))
    .plan;
};
const setPlan = (properties: Partial<AccountPlan>) =>
  stage.hubspot.records(accountPlan).update([{ id: planId, properties }]);

/** Autumn: what happened between the review of 1 October and today. */
async function autumn() {
  const { hubspot } = stage;
  const arabic = await stage.need({ need_name: "Reporting in Arabic", risk: "medium" });
  const delivery = await stage.need({ need_name: "Same-day delivery", risk: "medium" });
  const line = await stage.objective({ objective_name: "Line 4 upgraded", objective_kind: "milestone" });
  const renewal = await stage.objective({ objective_name: "Renewal signed", due_on: "2026-12-01" });
  await close("Meet the new IT lead");
  await stage.goTo("2026-11-10T06:00:00Z");
  await hubspot.records(accountNeed).update([
    { id: arabic, properties: { need_status: "met", met_on: "2026-11-10" } },
    { id: delivery, properties: { risk: "high" } },
  ]);
  await hubspot.records(planObjective).update([
    { id: line, properties: { objective_status: "done", done_on: "2026-11-05" } },
    { id: renewal, properties: { due_on: "2026-12-31" } },
  ]);
  await setPlan({ revenue_goal: 1_800_000, strengths: "Maintenance calls us first" });
  await stage.objective({ objective_name: "Frigor", objective_kind: "obstacle" });
  await stage.objective({ objective_name: "Guide delivered", due_on: "2026-11-01" });
}

describe("what has changed since the last review", () => {
  test("is said in sentences, the weightiest first", async () => {
    await autumn();
    expect(await review()).toEqual({
      since: "2026-10-01",
      changes: [
        "1 need met: “Reporting in Arabic”",
        "1 new high risk: “Same-day delivery”",
        "Goal raised from SAR 1.5M to SAR 1.8M",
        "1 done: “Line 4 upgraded”",
        "1 new on the roadmap: “Guide delivered”",
        "“Renewal signed” moved from 1 Dec to 31 Dec",
        "1 late now: “Guide delivered”",
        "1 new in the way: “Frigor”",
        "Rewritten: Strengths",
      ],
      nextReviewOn: "2026-12-31",
    });
  });

  test("also in Arabic", async () => {
    await autumn();
    const { changes } = await review(stage.deskIn("ar"));
    expect(changes.slice(0, 3)).toEqual([
      "احتياج واحد لُبّي: «Reporting in Arabic»",
      "احتياج واحد عالي الخطورة: «Same-day delivery»",
      "رُفع الهدف من ‏١٫٥ مليون ر.س.‏ إلى ‏١٫٨ مليون ر.س.‏",
    ]);
    expect(changes.join()).not.toMatch(/raised|moved|Rewritten/);
  });

  test("names three and counts the rest", async () => {
    await close("Go on");
    await stage.goTo("2026-10-20T06:00:00Z");
    for (const name of ["A", "B", "C", "D", "E"]) await stage.need({ need_name: name });
    expect((await review()).changes).toEqual(["5 new needs: “A”, “B”, “C”, and 2 more"]);
  });

  test("tells how the metrics moved", async () => {
    const key = accountKpiKey(stage.companyId, "satisfaction", "2026");
    const kpi = (actual: number) =>
      stage.hubspot.records(accountKpi).upsert([
        {
          key,
          properties: {
            kpi_name: "Satisfaction",
            company_record_id: Number(stage.companyId),
            metric: "satisfaction",
            period: "2026",
            unit: "percent",
            actual,
          },
        },
      ]);
    await kpi(75);
    await close("Ask for feedback");
    await stage.goTo("2026-11-20T06:00:00Z");
    await kpi(61);
    expect((await review()).changes).toEqual(["Satisfaction fell from 75% to 61%"]);
  });

  test("is nothing where nothing happened, and a change on the day of the review, after it, counts", async () => {
    await close("Go on");
    expect((await review()).changes).toEqual([]);
    await stage.goTo("2026-10-01T09:00:00Z");
    await setPlan({ revenue_goal: 1_600_000 });
    expect((await review()).changes).toEqual(["Goal raised from SAR 1.5M to SAR 1.6M"]);
  });

  test("of an imported plan goes by the dates that people wrote, not by the day of the import", async () => {
    await setPlan({ last_reviewed_on: "2026-07-05" });
    await stage.need({ need_name: "Voiced in May", voiced_on: "2026-05-03" });
    await stage.need({ need_name: "Met in August", voiced_on: "2026-05-03", need_status: "met", met_on: "2026-08-20" });
    expect((await review()).changes).toEqual(["1 need met: “Met in August”"]);
  });
});

describe("closing a review", () => {
  test("keeps what had changed, what was decided and who closed it, as part of the history", async () => {
    await autumn();
    const card = await close("Bring Faisal to the renewal", "2026-10-01");
    expect(card.plan).toMatchObject({
      values: { nextReviewOn: "2027-01-10" },
      success: {
        lastReviewedOn: "2026-11-10",
        reviews: [
          {
            on: "2026-11-10",
            by: { id: stage.people.noura, name: "Noura" },
            changes: expect.arrayContaining(["Goal raised from SAR 1.5M to SAR 1.8M"]),
            decisions: "Bring Faisal to the renewal",
          },
          { on: "2026-10-01", decisions: "Meet the new IT lead" },
        ],
      },
    });
  });

  test("twice is once; a review that somebody else closed meanwhile is a conflict, and neither is lost", async () => {
    await close("Mine");
    await close("Mine");
    await expect(close("Something else")).rejects.toMatchObject({
      code: "conflict",
      found: { on: "2026-10-01", decisions: "Mine" },
    });
    const card = await close("Something else", "2026-10-01");
    expect(card.plan?.success.reviews.map(({ decisions }) => decisions)).toEqual(["Something else", "Mine"]);
  });

  test("a plan in review is active again; a closed one is reviewed no more", async () => {
    await setPlan({ plan_status: "in_review" });
    expect((await close("Go on")).plan?.status).toBe("active");
    await setPlan({ plan_status: "closed" });
    await expect(close("Too late", "2026-10-01")).rejects.toMatchObject({ code: "refused" });
  });
});
