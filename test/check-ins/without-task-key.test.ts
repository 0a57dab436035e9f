import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { checkIn } from "@keyline/domain";
import { openStage, type Stage } from "./stage.ts";

const monthly = { am_account_type: "key", am_tier: "a", am_rhythm: "monthly", am_rhythm_rule: "first sunday" } as const;
const reminderDay = "2026-12-01T05:00:00Z";

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({}, { canUseTaskKey: false });
});
afterEach(() => stage.close());

test("a portal whose tasks cannot have a key gets one task for each check-in all the same", async () => {
  await stage.companies(3, monthly);
  await stage.plan();
  await stage.goTo(reminderDay);

  expect(await stage.plan()).toMatchObject({ reminders: { made: 3 }, refused: [] });
  await stage.plan();

  expect(await stage.tasks()).toHaveLength(3);
});

test("a pass that died after the task was made finds it by its check-in", async () => {
  await stage.companies(1, monthly);
  await stage.plan();
  await stage.goTo(reminderDay);
  await stage.plan();
  const forgotten = { reminder_state: null, reminder_task_id: null, reminder_fingerprint: null };
  await stage.hubspot
    .records(checkIn)
    .update((await stage.checkIns()).map(({ id }) => ({ id: id ?? "", properties: forgotten })));

  await stage.plan();

  expect(await stage.tasks()).toHaveLength(1);
});

test("two passes at once leave one", async () => {
  await stage.companies(5, monthly);
  await stage.plan();
  await stage.goTo(reminderDay);

  await Promise.all([stage.plan(), stage.plan()]);
  await stage.plan();

  expect(await stage.tasks()).toHaveLength(5);
});
