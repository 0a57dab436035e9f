import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { portfolioAnswer } from "@keyline/domain";
import { portfolioActions } from "../../src/portfolio/index.ts";
import { asked, openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
beforeEach(() => stage.empty());
afterAll(() => stage.close());

const namesIn = ({ rows }: { rows: { account: { name: string } }[] }) => rows.map(({ account }) => account.name);
/** A little later: what was read before is old enough to be looked at again. */
const later = (time = "06:05") => stage.goTo(`2026-11-22T${time}:00Z`);

test("an account shows what its record and its check-ins say", async () => {
  const id = await stage.account("Najd Foods", {
    am_tier: "a",
    am_health_score: 62,
    am_health_band: "slipping",
    am_health_change: -8,
    am_goal_attainment: 69,
    am_recurring_revenue: 376_000.5,
    am_next_check_in: "2026-12-06",
    am_overdue_check_ins: 2,
    am_plan_status: "active",
    am_plan_last_touched: "2026-09-01",
    am_notice_by: "2026-12-31",
    am_renewal_outlook: "open",
  });
  await stage.overdue(id, "2026-11-16");
  await stage.overdue(id, "2026-11-01");

  const answer = await stage.read();

  expect(portfolioAnswer.parse(answer)).toMatchObject({
    state: "ready",
    today: "2026-11-22",
    currency: "SAR",
    unreadable: [],
    matches: 1,
    top: { overdueCheckIns: 2, atRisk: 0, period: "2026" },
    rows: [
      {
        account: { id, name: "Najd Foods", url: expect.stringContaining(`/record/0-2/${id}`) },
        type: "key",
        tier: "a",
        health: { score: 62, band: "slipping", change: -8 },
        attainmentPercent: 69,
        nextCheckIn: "2026-12-06",
        overdueCheckIns: 2,
        overdueSince: "2026-11-01",
        plan: { status: "active", untouchedDays: 82 },
        notice: { by: "2026-12-31", outlook: "open" },
        recurringMinor: 37_600_050,
        lead: { id: stage.people.noura, name: "Noura" },
      },
    ],
  });
});

test("a company without a rhythm or a type is no account", async () => {
  await stage.account("Managed");
  await stage.account("No rhythm", { am_rhythm: null });
  await stage.companies(1, {});
  expect(namesIn(await stage.read({ scope: "all" }))).toEqual(["Managed"]);
});

describe("whose accounts", () => {
  beforeEach(async () => {
    await stage.account("Of Noura");
    await stage.account("Of Tom", { am_lead_manager: stage.people.tom });
    await stage.account("Of Tom with Noura", { am_lead_manager: stage.people.tom, am_team: [stage.people.noura] });
    await stage.account("Of Huda", { am_lead_manager: stage.people.huda });
  });

  test("mine are those I lead and those on whose team I am", async () => {
    const answer = await stage.read({ scope: "mine", sort: "name" });
    expect(namesIn(answer)).toEqual(["Of Noura", "Of Tom with Noura"]);
    expect(answer.inScope).toEqual({ mine: 2, team: 2, all: 4 });
  });

  test("the team's are those of everybody who reports to me", async () => {
    const answer = await stage.read({ scope: "team", sort: "name" }, stage.as(stage.people.huda));
    expect(namesIn(answer)).toEqual(["Of Huda", "Of Noura", "Of Tom", "Of Tom with Noura"]);
  });

  test("unasked, the narrowest scope that has any", async () => {
    expect((await stage.read()).scope).toBe("mine");
    expect((await stage.read({}, stage.as("77"))).scope).toBe("all");
  });
});

describe("what changed in HubSpot", () => {
  test("is seen at the next look, with one search for it and not the whole portal again", async () => {
    const id = await stage.account("Najd Foods", { am_tier: "b" });
    await stage.account("Gulf Line");
    await stage.read();
    await later();
    await stage.set(id, { am_tier: "a" });
    await stage.calls();

    const { rows, asOf } = await stage.read({ search: "najd" });

    expect(rows[0]?.tier).toBe("a");
    expect(asOf).toBe("2026-11-22T06:05:00.000Z");
    expect((await stage.calls())["POST /crm/objects/{version}/companies/search"]).toBe(2);
  });

  test("is not asked for again within seconds", async () => {
    await stage.account("Najd Foods");
    await stage.read();
    await stage.calls();
    await stage.read({ page: "1" });
    expect(Object.keys(await stage.calls()).filter((name) => name.endsWith("search"))).toEqual([]);
  });

  test("an account that was deleted, or is managed no more, leaves the list", async () => {
    const deleted = await stage.account("Deleted");
    const ended = await stage.account("Ended");
    await stage.account("Stays");
    await stage.read();
    await later();
    await stage.hubspot.records("companies").archive([deleted]);
    await stage.set(ended, { am_rhythm: null });
    expect(namesIn(await stage.read())).toEqual(["Stays"]);
  });

  test("a company just changed by the person who asks is read by its id, while the search lags behind", async () => {
    await stage.account("Najd Foods");
    const id = await stage.account("Gulf Line", { am_rhythm: null });
    await stage.read();
    await stage.control("PUT", "portal", { searchLagMs: 30_000 });
    await stage.set(id, { am_rhythm: "monthly" });
    expect(namesIn(await stage.read({ seen: id, sort: "name" }))).toEqual(["Gulf Line", "Najd Foods"]);
    await later("06:01");
    expect(namesIn(await stage.read({ sort: "name" }))).toEqual(["Gulf Line", "Najd Foods"]);
  });

  test("an overdue check-in that was held is overdue no more", async () => {
    const id = await stage.account("Najd Foods", { am_overdue_check_ins: 1, am_next_check_in: "2026-12-06" });
    await stage.overdue(id, "2026-11-16");
    expect((await stage.read()).charts.overdueByWeek.weeks.at(-2)).toEqual({ from: "2026-11-15", count: 1 });
    await later();
    const key = `${id}:2026-11-16`;
    await stage.hubspot.records("p_check_in").upsert([{ key, properties: {}, extra: { state: "held" } }], {
      by: "check_in_key",
    });
    await stage.set(id, { am_overdue_check_ins: 0 });
    const { rows, charts } = await stage.read();
    expect(rows[0]).toMatchObject({ overdueCheckIns: 0, overdueSince: null });
    expect(charts.overdueByWeek.weeks.every(({ count }) => count === 0)).toBe(true);
  });
});

describe("a portal that was read before", () => {
  test("is taken from the shelf by a process that starts, and brought up to date", async () => {
    const id = await stage.account("Najd Foods", { am_tier: "b" });
    await stage.overdue(id, "2026-11-16");
    await stage.set(id, { am_overdue_check_ins: 1 });
    await stage.read();
    await later();
    await stage.set(id, { am_tier: "a" });
    await stage.calls();

    const { rows } = await stage.read({}, stage.restarted());

    expect(rows[0]).toMatchObject({ tier: "a", overdueCheckIns: 1, overdueSince: "2026-11-16" });
    expect((await stage.calls())["POST /crm/objects/{version}/companies/search"]).toBe(2);
  });

  test("while another process reads it, says how far that is", async () => {
    await stage.account("Najd Foods");
    await stage.queue.store.set(
      `portfolio:${stage.desk.portalId}:reading`,
      JSON.stringify({ read: 800, total: 5_000 }),
    );
    const answer = await portfolioActions.portfolio(stage.desk, asked({}));
    expect(portfolioAnswer.parse(answer)).toMatchObject({ state: "preparing", read: 800, total: 5_000 });
  });
});

describe("a portal that lacks", () => {
  test("check-ins shows everything but their dates, and says so", async () => {
    const bare = await openStage();
    await bare.account("Najd Foods", { am_overdue_check_ins: 1, am_next_check_in: "2026-12-06" });
    await bare.hubspot.request({ method: "DELETE", path: "/crm-object-schemas/2026-09/schemas/p_check_in" });
    const answer = await bare.read();
    expect(answer.unreadable).toEqual(["checkIns"]);
    expect(answer.rows[0]).toMatchObject({ overdueCheckIns: 1, overdueSince: null });
    await bare.close();
  }, 60_000);

  test("everything of ours is not set up", async () => {
    const bare = await openStage();
    await bare.control("POST", "reset", { seed: "none" });
    await expect(bare.read()).rejects.toMatchObject({ code: "not-provisioned" });
    await bare.close();
  }, 60_000);
});
