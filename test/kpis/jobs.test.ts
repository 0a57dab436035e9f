import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { accountKpi } from "@keyline/domain";
import {
  recalculateCompanies,
  recalculatePortal,
  recalculatingPerformances,
  recalculationOf,
} from "../../src/kpis/index.ts";
import { quietLog } from "../../src/log.ts";
import { openQueue, type Queue } from "../../src/queue/index.ts";
import { openStage, type Stage } from "../check-ins/stage.ts";

let stage: Stage;
let queue: Queue;
let folder: string;
let ids: string[];

beforeAll(async () => {
  stage = await openStage();
  ids = await stage.companies(3, { am_account_type: "key", am_rhythm: "monthly" });
  folder = await mkdtemp(join(tmpdir(), "keyline-numbers-"));
  queue = await openQueue({ dataFolder: folder, log: quietLog });
  const { hubspot, settings, now } = stage.parts;
  await queue.work(recalculatingPerformances({ open: async () => ({ hubspot, settings }), queue, now, log: quietLog }));
}, 60_000);

afterAll(async () => {
  await queue?.close();
  await stage?.close();
  await rm(folder, { recursive: true, force: true });
});

const kpisOf = async (id: string, period: string) =>
  (await stage.hubspot.records(accountKpi).read([`${id}:new_sales:${period}`], { idProperty: "kpi_key" })).length;

test("a wake-up brings the running month, quarter and year of its companies up to date, and of no other", async () => {
  const done = untilDone("recalculate-companies", 1);
  await queue.addMany(recalculateCompanies, recalculationOf("1", [ids[0] ?? "", ids[0] ?? ""]));
  await done;
  for (const period of ["2026-11", "2026-Q4", "2026"]) expect(await kpisOf(ids[0] ?? "", period)).toBe(1);
  expect(await kpisOf(ids[1] ?? "", "2026-11")).toBe(0);
}, 30_000);

test("a pass over the portal reaches every managed account", async () => {
  const done = untilDone("recalculate-part", 1);
  await queue.add(recalculatePortal, { portalId: "1" }, { id: "1" });
  await done;
  for (const id of ids) expect(await kpisOf(id, "2026-Q4")).toBe(1);
}, 30_000);

function untilDone(job: string, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = count;
    const stop = queue.onEvent((event) => {
      if (event.job !== job) return;
      if (event.state === "failed") reject(new Error(event.error));
      if (event.state === "done" && --left === 0) {
        stop();
        resolve();
      }
    });
  });
}
