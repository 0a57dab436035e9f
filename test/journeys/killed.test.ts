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
  const ids = new Set(companies.map(({ id }) => id));
  for (const id of ids) await portal.setCompany(id, managed);
  const checkInsOf = async () => (await portal.checkIns()).filter((one) => ids.has(one["company_record_id"] ?? ""));
  const keysOf = async () =>
    (await portal.tasks())
      .flatMap((task) => task["keyline_task_key"] ?? [])
      .filter((key) => key.endsWith(":reminder") && ids.has(key.split(":")[1] ?? ""));
  await eventually(checkInsOf, (found) => found.length === companies.length);

  for (const afterMs of [0, 150, 400]) {
    await portal.advance(7);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await running.kill();
    running = await startKeyline(data);
    portal = openPortal(running.sandboxUrl);
  }

  const { now } = await portal.clock();
  const due = (await checkInsOf()).filter((one) => (one["due_date"] ?? "") <= now.slice(0, 10));
  const wanted = due.map((one) => `${one["check_in_key"]}:reminder`).toSorted();
  const withoutPortal = (keys: string[]) => keys.map((key) => key.slice(key.indexOf(":") + 1));
  const keys = await eventually(keysOf, (found) => wanted.every((key) => withoutPortal(found).includes(key)), 60_000);
  expect(wanted.length).toBeGreaterThanOrEqual(companies.length);
  expect(new Set(keys).size).toBe(keys.length);
  expect(withoutPortal(keys)).toEqual(expect.arrayContaining(wanted));
}, 300_000);
