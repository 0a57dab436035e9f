import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { managed, openNumbers, type NumbersStage } from "./stage.ts";

let stage: NumbersStage;

beforeAll(async () => {
  stage = await openNumbers();
}, 60_000);

afterAll(() => stage?.close());

const head = { ...managed, am_manages_family: true } as const;
const nobody = {};

/** Upsell of 2026 in minor units, as a full run tells it. */
async function upsell(id: string) {
  const { companies } = await stage.recalculate("2026");
  return companies[id]?.["upsell"]?.value;
}

test("with the switch the family's deals count, each once whichever companies it hangs on", async () => {
  const group = await stage.account("Najd Group", head);
  const foods = await stage.account("Najd Foods", nobody);
  await stage.below(foods, group);
  await stage.deal(group, "100", "2026-03-01");
  const both = await stage.deal(foods, "20.50", "2026-04-01");
  await stage.hubspot.associations.create("deals", "companies", [{ from: both, to: group }]);
  expect(await upsell(group)).toBe(12_050);
});

test("a deal without a primary company counts once too", async () => {
  const group = await stage.account("Loose Group", head);
  const child = await stage.account("Loose Child", nobody);
  await stage.below(child, group);
  const deal = await stage.deal(child, "9", "2026-03-01");
  await stage.hubspot.associations.create("deals", "companies", [{ from: deal, to: group }]);
  await stage.hubspot.associations.remove("deals", "companies", [{ from: deal, to: child, typeId: 5 }]);
  expect(await upsell(group)).toBe(900);
});

test("without the switch nothing rolls up", async () => {
  const group = await stage.account("Falaj Group");
  const catering = await stage.account("Falaj Catering", nobody);
  await stage.below(catering, group);
  await stage.deal(group, "100", "2026-03-01");
  await stage.deal(catering, "50", "2026-03-01");
  expect(await upsell(group)).toBe(10_000);
  expect(await stage.properties(catering)).toMatchObject({ am_managed_under: null });
});

test("subsidiaries say who manages them, those managed on their own too, and keep numbers of their own", async () => {
  const group = await stage.account("Rheingold Holding", head);
  const dairy = await stage.account("Rheingold Dairy", nobody);
  const trading = await stage.account("Rheingold Trading", managed);
  await stage.below(dairy, group);
  await stage.below(trading, dairy);
  await stage.deal(trading, "7", "2026-03-01");
  expect(await upsell(trading)).toBe(700);
  expect(await upsell(group)).toBe(700);
  for (const id of [dairy, trading]) {
    const { am_managed_under, am_managed_under_id } = await stage.properties(id);
    expect([am_managed_under, am_managed_under_id]).toEqual(["Rheingold Holding", group]);
  }
  expect(await stage.properties(group)).toMatchObject({ am_managed_under: null });
});

test("needs of subsidiaries count, a ticket that hangs on both once; their plans do not", async () => {
  const group = await stage.account("Tuwaiq Group", head);
  const markets = await stage.account("Tuwaiq Markets", nobody);
  await stage.below(markets, group);
  await stage.make("tickets", { subject: "Late delivery", hs_pipeline: "0", hs_pipeline_stage: "1" }, [
    { object: "companies", id: markets },
    { object: "companies", id: group },
  ]);
  const company = { company_record_id: markets };
  await stage.make("p_account_need", {
    ...company,
    need_key: "n1",
    need_name: "A",
    need_status: "confirmed",
    risk: "high",
  });
  await stage.make("p_account_plan", { ...company, plan_key: "p1", plan_name: "Plan", plan_status: "active" });
  const { companies } = await stage.recalculate("2026");
  expect(companies[group]?.["open_tickets"]?.value).toBe(1);
  expect(companies[group]?.["needs_met"]?.value).toBe(0);
  expect(await stage.properties(group)).toMatchObject({ am_unmet_high_risk_needs: 1, am_plan_status: null });
});

test("moving a child recalculates the family that it left and the one that it joined", async () => {
  const [from, to] = [await stage.account("Left Group", head), await stage.account("Joined Group", head)];
  const child = await stage.account("Moving Co", nobody);
  await stage.below(child, from);
  await stage.deal(child, "30", "2026-03-01");
  await stage.few(child);
  expect(await stage.properties(from)).toMatchObject({ am_revenue_to_date: 30 });

  await stage.noLongerBelow(child, from);
  await stage.below(child, to);
  await stage.few(child);

  expect(await stage.properties(from)).toMatchObject({ am_revenue_to_date: null });
  expect(await stage.properties(to)).toMatchObject({ am_revenue_to_date: 30 });
  expect(await stage.properties(child)).toMatchObject({ am_managed_under: "Joined Group", am_managed_under_id: to });
});

test("a switch turned off takes its name back from those below", async () => {
  const group = await stage.account("Off Group", head);
  const child = await stage.account("Off Child", nobody);
  await stage.below(child, group);
  await stage.few(group);
  expect(await stage.properties(child)).toMatchObject({ am_managed_under: "Off Group" });
  await stage.hubspot
    .records("companies")
    .update([{ id: group, properties: {}, extra: { am_manages_family: "false" } }]);
  await stage.few(group);
  expect(await stage.properties(child)).toMatchObject({ am_managed_under: null, am_managed_under_id: null });
});

test("the same by a nightly pass, when no event told", async () => {
  const group = await stage.account("Night Group", head);
  const child = await stage.account("Night Child", nobody);
  await stage.below(child, group);
  await stage.pass();
  expect(await stage.properties(child)).toMatchObject({ am_managed_under: "Night Group" });
  await stage.noLongerBelow(child, group);
  await stage.pass();
  expect(await stage.properties(child)).toMatchObject({ am_managed_under: null });
});

describe("odd trees", () => {
  test("a circle: each company counts once, and nobody is managed under itself", async () => {
    const one = await stage.account("Circle One", head);
    const two = await stage.account("Circle Two", nobody);
    await stage.below(two, one);
    await stage.below(one, two);
    await stage.deal(one, "10", "2026-03-01");
    await stage.deal(two, "5", "2026-03-01");
    expect(await upsell(one)).toBe(1_500);
    expect(await stage.properties(one)).toMatchObject({ am_managed_under: null });
    expect(await stage.properties(two)).toMatchObject({ am_managed_under: "Circle One" });
  });

  test("ten levels belong to a family; the eleventh does not", async () => {
    const group = await stage.account("Deep Group", head);
    let above = group;
    const levels: string[] = [];
    for (let level = 1; level <= 11; level++) {
      const id = await stage.account(`Level ${level}`, nobody);
      await stage.below(id, above);
      await stage.deal(id, "1", "2026-03-01");
      levels.push(id);
      above = id;
    }
    expect(await upsell(group)).toBe(1_000);
    expect(await stage.properties(levels[9] ?? "")).toMatchObject({ am_managed_under: "Deep Group" });
    expect(await stage.properties(levels[10] ?? "")).toMatchObject({ am_managed_under: null });
  }, 30_000);

  test("a head below a head: the nearest manages, both count", async () => {
    const top = await stage.account("Top", head);
    const middle = await stage.account("Middle", head);
    const leaf = await stage.account("Leaf", nobody);
    await stage.below(middle, top);
    await stage.below(leaf, middle);
    await stage.deal(leaf, "3", "2026-03-01");
    expect([await upsell(top), await upsell(middle)]).toEqual([300, 300]);
    expect(await stage.properties(leaf)).toMatchObject({ am_managed_under: "Middle" });
    expect(await stage.properties(middle)).toMatchObject({ am_managed_under: "Top" });
  });
});

test("once all is said, another run writes nothing", async () => {
  await stage.recalculate("2026");
  expect(await stage.recalculate("2026")).toMatchObject({ written: 0, refused: [] });
});
