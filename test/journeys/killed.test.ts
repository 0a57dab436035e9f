import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { eventually, openPortal } from "./portal.ts";
import { startKeyline, type Running } from "./start-keyline.ts";

const data = mkdtempSync(join(tmpdir(), "keyline-killed-"));
let running: Running | undefined;

afterAll(async () => {
  await running?.stop();
  rmSync(data, { recursive: true, force: true });
});

test("killed three times in the middle of the story, every check-in has one task", async () => {
  running = await startKeyline(data);
  let portal = openPortal(running.sandboxUrl);
  const companies = (await portal.companies()).slice(0, 20);
  const managed = { am_account_type: "sales", am_tier: "b", am_rhythm: "weekly" };
  for (const company of companies) await portal.setCompany(company.id, managed);

  for (const afterMs of [0, 150, 400]) {
    await portal.advance(7);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await running.kill();
    running = await startKeyline(data);
    portal = openPortal(running.sandboxUrl);
  }

  const ids = new Set(companies.map(({ id }) => id));
  const reminders = await eventually(
    async () => (await portal.tasks()).filter((task) => ids.has(task["keyline_task_key"]?.split(":")[1] ?? "")),
    (tasks) => new Set(tasks.map((task) => task["keyline_task_key"]?.split(":")[1])).size === companies.length,
    60_000,
  );
  const keys = reminders.map((task) => task["keyline_task_key"]);
  const checkIns = (await portal.checkIns()).filter((one) => ids.has(one["company_record_id"] ?? ""));
  expect(companies.length).toBeGreaterThan(10);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(checkIns.map((one) => one["check_in_key"])).size).toBe(checkIns.length);
  const reminded = new Set(keys.filter((key) => key?.endsWith(":reminder")).map((key) => key?.split(":")[1]));
  expect(reminded).toEqual(ids);
}, 300_000);
