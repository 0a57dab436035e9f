import { afterEach, expect, test } from "@jest/globals";
import { openStage, type Stage } from "./stage.ts";

const firstSunday = {
  am_account_type: "key",
  am_tier: "a",
  am_rhythm: "monthly",
  am_rhythm_rule: "first sunday",
} as const;

let stage: Stage;
afterEach(() => stage.close());

/** How many check-ins each day has, of one owner or of all. */
async function days(ownerId?: string) {
  const due = (await stage.checkIns())
    .filter((one) => ownerId === undefined || one["hubspot_owner_id"] === ownerId)
    .map((one) => one["due_date"] ?? "");
  return Object.fromEntries([...new Set(due)].sort().map((day) => [day, due.filter((one) => one === day).length]));
}

test("ten on one Sunday, four a day: the nearest days take them, and a second pass moves nothing", async () => {
  stage = await openStage({ capacityPerDay: 4 });
  await stage.companies(10, firstSunday);
  await stage.plan();
  const first = (await stage.checkIns()).map((one) => `${one["check_in_key"]} ${one["due_date"]}`).sort();
  expect(await days()).toEqual({ "2026-12-06": 4, "2026-12-07": 4, "2026-12-08": 2 });

  await stage.plan();
  await stage.companies(1, firstSunday);
  await stage.plan();

  const second = (await stage.checkIns()).map((one) => `${one["check_in_key"]} ${one["due_date"]}`);
  expect(second).toEqual(expect.arrayContaining(first));
  expect(await days()).toEqual({ "2026-12-06": 4, "2026-12-07": 4, "2026-12-08": 3 });
});

test("each manager has days of their own, and two passes at once decide the same", async () => {
  stage = await openStage({ capacityPerDay: 2 });
  await stage.companies(3, firstSunday);
  await stage.companies(3, { ...firstSunday, am_lead_manager: stage.people.tom });

  await Promise.all([stage.plan(), stage.plan()]);

  const each = { "2026-12-06": 2, "2026-12-07": 1 };
  expect([await days(stage.people.noura), await days(stage.people.tom)]).toEqual([each, each]);
});
