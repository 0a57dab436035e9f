import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { choicesAnswer, choicesQuery, type AccountProperties } from "@keyline/domain";
import { portfolioActions } from "../../src/portfolio/index.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
}, 60_000);
beforeEach(() => stage.empty());
afterAll(() => stage.close());

async function choices(query: Record<string, string> = {}, desk = stage.desk) {
  const answer = choicesAnswer.parse(await portfolioActions.choices(desk, choicesQuery.parse(query)));
  if (answer.state !== "ready") throw new Error("Still reading");
  return answer;
}

const company = async (name: string, properties: Partial<AccountProperties> = {}) => {
  const [id = ""] = await stage.companies(1, properties, { name });
  return id;
};

/** A deal of a company, won on a day; not won without one. */
async function deal(companyId: string, amount: number, wonOn: string | null) {
  const type = await stage.hubspot.associations.type("deals", "companies");
  const closedate: Record<string, string> = wonOn ? { closedate: `${wonOn}T09:00:00Z` } : {};
  await stage.hubspot.records("deals").create([
    {
      properties: {},
      extra: {
        dealname: "Deal",
        amount: String(amount),
        pipeline: "default",
        dealstage: wonOn ? "closedwon" : "appointmentscheduled",
        ...closedate,
      },
      associations: [{ to: companyId, typeId: type.typeId, category: type.category }],
    },
  ]);
}

describe("the companies to choose from", () => {
  test("stand by their score, each with the reasons and what nobody knows", async () => {
    const small = await company("Small", { am_growth_potential: 2, am_standing: 1 });
    const grand = await company("Grand", {
      am_growth_potential: 5,
      am_resources: 2,
      am_standing: 5,
      am_new_markets: 4,
    });
    await deal(grand, 900, "2026-06-01");
    await deal(small, 100, "2026-06-01");

    const { rows, total, isCut } = await choices();

    expect({ total, isCut }).toEqual({ total: 2, isCut: false });
    expect(rows.map(({ company: { name }, score }) => [name, score])).toEqual([
      ["Grand", 91],
      ["Small", 15],
    ]);
    expect(rows[0]?.reasons).toContainEqual({
      part: "return",
      points: 26.3,
      max: 30,
      text: "Brings more revenue than 100% of accounts, takes 2 of 5 resources",
    });
    expect(rows[1]).toMatchObject({ missing: ["return", "new_markets"], revenueMinor: 10_000 });
    expect(rows[1]?.company.url).toContain(`/record/0-2/${small}`);
  });

  test("that nobody has judged come last, those that bring the most first", async () => {
    await deal(await company("Quiet"), 100, "2026-06-01");
    await deal(await company("Busy"), 5_000, "2026-06-01");
    await deal(await company("Once"), 9_000, "2024-01-01");
    await deal(await company("Hopes"), 9_000, null);
    await company("Judged", { am_growth_potential: 1 });
    const { rows } = await choices();
    expect(rows.map(({ company: { name }, score, revenueMinor }) => [name, score, revenueMinor])).toEqual([
      ["Judged", 0, null],
      ["Busy", null, 500_000],
      ["Quiet", null, 10_000],
      ["Hopes", null, 0],
      ["Once", null, 0],
    ]);
  });

  test("are neither accounts, nor managed under their parent, nor strangers", async () => {
    await stage.account("Account", { am_growth_potential: 5 });
    await company("Subsidiary", { am_growth_potential: 5, am_managed_under: "Najd Group" });
    await company("Stranger");
    await company("Without a type", { am_rhythm: "monthly" });
    await company("Without a rhythm", { am_account_type: "key", am_growth_potential: 3 });
    const { rows } = await choices();
    expect(rows.map(({ company: { name } }) => name)).toEqual(["Without a rhythm", "Without a type"]);
  });

  test("rank their revenue against that of the accounts as well", async () => {
    await stage.account("Account", { am_revenue_by_month: '{"2026-05":100000000}' });
    const id = await company("Newcomer", { am_resources: 1 });
    await deal(id, 100, "2026-06-01");
    const [row] = (await choices()).rows;
    expect(row).toMatchObject({ score: 50, reasons: [{ part: "return", points: 50 }] });
  });

  test("read in the language of who asks", async () => {
    await company("Judged", { am_standing: 4 });
    const { caller } = stage.desk;
    const { rows } = await choices({}, { ...stage.desk, caller: { ...caller, language: "ar" } });
    expect(rows[0]?.reasons[0]?.text).toBe("رفع مكانتنا: ٤ من ٥");
  });

  test("come 25 a page", async () => {
    await stage.companies(30, { am_growth_potential: 3 });
    expect(await choices({ page: "2" })).toMatchObject({ page: 2, total: 30, rows: { length: 5 } });
    expect(await choices({ page: "9" })).toMatchObject({ page: 2 });
  });
});

test("a company that was just taken on leaves the list at once, and stands in the portfolio", async () => {
  const id = await company("Chosen", { am_growth_potential: 5 });
  expect((await choices()).total).toBe(1);
  await stage.control("PUT", "portal", { searchLagMs: 30_000 });
  await stage.set(id, { am_account_type: "key", am_rhythm: "monthly", am_lead_manager: stage.people.noura });
  expect((await choices({ seen: id })).total).toBe(0);
  expect((await stage.read()).rows.map(({ account }) => account.name)).toEqual(["Chosen"]);
});

test("are kept for a while: another page asks HubSpot nothing", async () => {
  await stage.companies(30, { am_growth_potential: 3 });
  await choices();
  await stage.calls();
  await choices({ page: "2" });
  expect(await stage.calls()).toEqual({});
});
