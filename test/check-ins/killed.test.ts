import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openStage, type Stage } from "./stage.ts";

const reminderDay = "2026-12-01T05:00:00Z";
const accounts = 400;

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

test("passes killed at any moment, two at a time, leave one task for each check-in", async () => {
  const properties = {
    am_account_type: "key",
    am_tier: "a",
    am_rhythm: "monthly",
    am_rhythm_rule: "first sunday",
  } as const;
  await stage.companies(accounts, properties);
  await stage.plan();
  await stage.goTo(reminderDay);

  for (const afterMs of [20, 80, 200]) await Promise.all([killedAfter(afterMs), killedAfter(afterMs * 2)]);
  await stage.plan();

  const keys = (await stage.tasks()).map(({ keyline_task_key: key }) => key);
  expect([keys.length, new Set(keys).size]).toEqual([accounts, accounts]);
  expect((await stage.checkIns()).filter(({ reminder_state: state }) => state !== "open")).toEqual([]);
  expect((await stage.plan()).reminders).toEqual({ made: 0, mended: 0, withdrawn: 0 });
}, 90_000);

async function killedAfter(ms: number): Promise<void> {
  const { url, token } = stage.sandbox;
  const script = join(import.meta.dirname, "plan-once.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, url, token, reminderDay], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  await Promise.race([once(child.stdout, "data"), ended]);
  await Promise.race([sleep(ms), ended]);
  child.kill("SIGKILL");
  await ended;
}
