import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { accountKpi, company } from "@keyline/domain";
import type { Log } from "../../src/log.ts";
import { quietLog } from "../../src/log.ts";
import { openQueue, type Queue } from "../../src/queue/index.ts";
import type { HubSpotEvent } from "../../src/sync/events.ts";
import { openIntake, syncPerformances, wakeSync } from "../../src/sync/index.ts";
import { openStage, type Stage } from "../check-ins/stage.ts";
import { until } from "../queue/jobs.ts";

let stage: Stage;
let companies: string[];
let folder: string;
let queue: Queue;
/** What the worker says of its work: the facts of each line. */
let said: { message: string; pass?: string; companies?: number; fresh?: number }[];

beforeAll(async () => {
  stage = await openStage();
  companies = await stage.companies(50, { am_account_type: "key", am_rhythm: "monthly" });
}, 60_000);
afterAll(() => stage?.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyline-intake-"));
  queue = await openQueue({ dataFolder: folder, log: quietLog });
  said = [];
}, 60_000);
afterEach(async () => {
  await queue.close();
  await rm(folder, { recursive: true, force: true });
});

const log: Log = { ...quietLog, debug: (facts, message) => void said.push({ ...facts, message }) };
const portalId = "48000001";

async function work(): Promise<void> {
  const { hubspot, settings, now } = stage.parts;
  await queue.work(
    syncPerformances({ open: async () => ({ hubspot, settings }), queue, wakeAll: async () => {}, now, log }),
  );
  await wakeSync(queue, portalId);
}
/** A ring that is lost is rung again by the clock, or by the worker that starts. */
const intake = () => openIntake(queue, () => {});
const settled = (pass: string) =>
  said.filter((line) => line.pass === pass).reduce((sum, line) => sum + (line.companies ?? 0), 0);
const planned = () => settled("plan");
const computed = () => settled("numbers");
const isIdle = async () => {
  const { waiting, active, delayed } = await queue.counts();
  // Two clocks always wait: the one that looks into the inbox, and the one that asks for changes.
  return waiting + active === 0 && delayed <= 2;
};

function event(n: number, more: Partial<HubSpotEvent> = {}): HubSpotEvent {
  return {
    eventId: String(n % 7),
    subscriptionId: "1",
    portalId,
    occurredAt: 1_764_000_000_000 + n,
    subscriptionType: "object.propertyChange",
    objectTypeId: "0-2",
    objectId: companies[n % companies.length] ?? "",
    propertyName: "am_tier",
    propertyValue: "a",
    changeSource: "CRM_UI",
    ...more,
  };
}
const goalName = "am_revenue_goal";
/** Of the same subscription and record, so many seconds after the first. */
const dated = (seconds: number) => ({ eventId: `late-${seconds}`, occurredAt: 1_764_000_000_000 + seconds * 1_000 });
const bodies = Array.from({ length: 100 }, (_, body) => Array.from({ length: 100 }, (_one, n) => body * 100 + n));

test("ten thousand events on fifty companies settle each of them about once", async () => {
  await work();
  const keep = intake();
  for (const body of bodies) await keep(body.map((n) => event(n)));
  await until(async () => planned() >= 50 && computed() >= 50 && (await isIdle()), 60_000);
  expect([planned(), computed()].map((count) => count <= 100)).toEqual([true, true]);
  expect(await stage.hubspot.records(accountKpi).count()).toBe(50 * 3 * 12);
}, 90_000);

test("what was kept before a crash is done after it", async () => {
  const keep = intake();
  await keep([event(3), event(4)]);
  await queue.close();
  queue = await openQueue({ dataFolder: folder, log: quietLog });
  await work();
  await until(() => planned() >= 2 && computed() >= 2);
  expect([planned(), computed()]).toEqual([2, 2]);
}, 60_000);

test("the same event told again, in the same body or later, is read once", async () => {
  await work();
  const keep = intake();
  await keep([event(1), event(1), event(2)]);
  await until(() => planned() === 2);
  await keep([{ ...event(1), attemptNumber: 1 }]);
  await keep([event(5)]);
  await until(() => planned() === 3);
  expect(said.filter(({ fresh }) => fresh !== undefined).reduce((sum, { fresh = 0 }) => sum + fresh, 0)).toBe(3);
}, 60_000);

test("an older event that comes after a newer one overwrites nothing: what HubSpot holds counts", async () => {
  const id = companies[7] ?? "";
  const goal = async () => (await stage.hubspot.records(company).readOne(id))?.properties.am_revenue_goal;
  await stage.hubspot.records(company).update([{ id, properties: { am_revenue_goal: 300 } }]);
  await work();
  const keep = intake();
  const told = (n: number, propertyValue: string) => event(7, { ...dated(n), propertyName: goalName, propertyValue });
  await keep([told(2, "300")]);
  await until(async () => computed() === 1 && (await isIdle()));
  await keep([told(1, "100")]);
  await until(async () => computed() === 2 && (await isIdle()));
  expect(await goal()).toBe(300);
}, 60_000);

test("events of a portal that is gone, and of records that are none of ours, are let go", async () => {
  await work();
  const keep = intake();
  await keep([event(1, { objectTypeId: "2-999", propertyName: "state" }), event(2, { propertyName: "website" })]);
  await keep([event(3)]);
  await until(async () => planned() === 1 && (await isIdle()));
  expect(await queue.piles.size(`inbox:${portalId}`)).toBe(0);
}, 60_000);
