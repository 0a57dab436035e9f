import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { bulkProgress, company, type AccountProperties, type BulkChanges } from "@keyline/domain";
import { bulkActions, bulkRun, runningBulk, type BulkDesk } from "../../src/bulk/index.ts";
import type { HubSpot } from "../../src/hubspot/index.ts";
import { quietLog } from "../../src/log.ts";
import { openQueue, type Queue } from "../../src/queue/index.ts";
import { openStage, type Stage } from "../check-ins/stage.ts";

let stage: Stage;
let queue: Queue;
let desk: BulkDesk;
let woken: string[] = [];
const data = mkdtempSync(join(tmpdir(), "keyline-bulk-"));
beforeAll(async () => {
  stage = await openStage();
  queue = await openQueue({ dataFolder: data, log: quietLog });
  const caller = { userId: "1011", userEmail: "", language: "en" as const };
  const portal = { portalId: "1", timeZone: "Asia/Riyadh", currency: "SAR" };
  desk = { ...stage.parts, ...portal, hubspot: stage.hubspot.as("interactive"), caller, queue };
}, 60_000);
afterAll(async () => {
  await queue?.close();
  await stage?.close();
  rmSync(data, { recursive: true, force: true });
});

const nothing: BulkChanges = {
  type: null,
  tier: null,
  rhythm: null,
  leadManagerId: null,
  teamIds: [],
  overwrite: true,
};
const ask = (recordIds: string[], changes: Partial<BulkChanges>, idempotencyKey: string = crypto.randomUUID()) => ({
  idempotencyKey,
  recordIds,
  changes: { ...nothing, ...changes },
});

/** The job as a worker does it; `hubspot` may be one that dies. */
async function run(id: string, hubspot: HubSpot = stage.hubspot) {
  const parts = {
    open: () => Promise.resolve({ hubspot, settings: desk.settings }),
    store: queue.store,
    onChanged: async (_: string, ids: readonly string[]) => void woken.push(...ids),
  };
  const { signal } = new AbortController();
  const context = { id: "1", attempt: 1, isLastAttempt: false, signal, again: () => Promise.resolve() };
  await runningBulk(parts).prepare({ portalId: "1", id })(context);
  return progressOf(id);
}
const progressOf = async (id: string) => bulkProgress.parse(await bulkActions.bulkProgress(desk, { id, lang: "en" }));
const read = async (ids: string[]) =>
  new Map((await stage.hubspot.records(company).read(ids)).map(({ id, properties }) => [id, properties]));

describe("the preview", () => {
  test("counts what changes, what stands so already, and lists what gives way", async () => {
    const fresh = await stage.companies(2, {});
    const same = await stage.companies(1, { am_account_type: "key" });
    const other = await stage.companies(1, { am_account_type: "sales" }, { name: "Gulf Line" });
    const ids = [...fresh, ...same, ...other, "999999"];
    const seen = await bulkActions.bulkPreview(desk, ask(ids, { type: "key" }));
    expect(seen).toMatchObject({ companies: 5, toChange: 3, same: 1, gone: 1, notAllowed: 0, overwriteCount: 1 });
    expect(seen.fields).toEqual([{ field: "type", change: 2, same: 1, overwrite: 1, kept: 0 }]);
    expect(seen.overwritten).toMatchObject([
      { company: { id: other[0], name: "Gulf Line" }, field: "type", from: "Sales account", to: "Key account" },
    ]);
    expect((await read(fresh)).get(fresh[0] ?? "")?.am_account_type).toBeNull();
  });

  test("leaves what is set already, when asked to", async () => {
    const ids = await stage.companies(1, { am_tier: "c" });
    const seen = await bulkActions.bulkPreview(desk, ask(ids, { tier: "a", overwrite: false }));
    expect(seen).toMatchObject({ toChange: 0, fields: [{ field: "tier", kept: 1 }], overwritten: [] });
  });
});

describe("the run", () => {
  test("sets everything, gives each type its rhythm, and wakes the planner for them", async () => {
    woken = [];
    const [key = ""] = await stage.companies(1, { am_account_type: "key" });
    const [sales = ""] = await stage.companies(1, { am_rhythm: "weekly", am_rhythm_rule: "sunday" });
    const { noura, tom } = stage.people;
    const { id } = await bulkActions.bulkStart(
      desk,
      ask([key, sales], { type: "sales", tier: "b", rhythm: "by-type", leadManagerId: noura, teamIds: [tom] }),
    );
    expect(await progressOf(id)).toMatchObject({ state: "waiting", total: 2 });
    expect(await run(id)).toMatchObject({ state: "done", done: 2, changed: 2, same: 0, failed: [] });
    const wanted: Partial<AccountProperties> = {
      am_account_type: "sales",
      am_tier: "b",
      am_rhythm: "quarterly",
      am_rhythm_rule: null,
      am_lead_manager: noura,
      am_team: [tom],
    };
    const after = await read([key, sales]);
    expect(after.get(key)).toMatchObject(wanted);
    expect(after.get(sales)).toMatchObject(wanted);
    expect(woken.toSorted()).toEqual([key, sales].toSorted());
  });

  test("again changes nothing; the same key begins nothing new", async () => {
    const ids = await stage.companies(3, {});
    const asked = ask(ids, { tier: "a" });
    const first = await bulkActions.bulkStart(desk, asked);
    const second = await bulkActions.bulkStart(desk, { ...asked, changes: { ...asked.changes, tier: "c" } });
    expect(second).toEqual(first);
    await run(first.id);
    await stage.calls();
    expect(await run(first.id)).toMatchObject({ changed: 3, same: 0 });
    expect((await stage.calls())["POST /crm/objects/{version}/companies/batch/update"]).toBeUndefined();
    expect((await read(ids)).get(ids[0] ?? "")?.am_tier).toBe("a");
  });

  test("names each that HubSpot refused, or that is gone, with the reason, and does the rest", async () => {
    const rule = { objectType: "companies", when: { property: "am_tier", value: "a" }, requires: "domain" };
    const fine = await stage.companies(1, {}, { domain: "fine.example" });
    const bad = await stage.companies(1, {}, { name: "No Domain" });
    await stage.control("PUT", "portal", { writeRules: [rule] });
    const { id } = await bulkActions.bulkStart(desk, ask([...fine, ...bad, "999999"], { tier: "a" }));
    const done = await run(id);
    await stage.control("PUT", "portal", { writeRules: [] });
    expect(done).toMatchObject({ state: "done", changed: 1 });
    expect(done.failed).toMatchObject([
      { company: { id: "999999" }, reason: "It is no longer in HubSpot, or was merged." },
      { company: { id: bad[0], name: "No Domain" }, reason: expect.stringContaining("HubSpot did not accept this") },
    ]);
  });

  test("that died in the middle goes on, and counts each company once", async () => {
    const ids = await stage.companies(250, {});
    const { id } = await bulkActions.bulkStart(desk, ask(ids, { type: "key", tier: "b" }));
    let updates = 0;
    const dying = dyingAfter(stage.hubspot, () => ++updates === 2);
    await expect(run(id, dying)).rejects.toThrow("killed");
    expect(await progressOf(id)).toMatchObject({ state: "running", done: 100, changed: 100 });
    expect(await run(id)).toMatchObject({ state: "done", done: 250, changed: 250, same: 0, failed: [] });
    const after = await read(ids);
    expect([...after.values()].every(({ am_tier }) => am_tier === "b")).toBe(true);
  });

  test("nobody knows any more says so", async () => {
    await expect(bulkActions.bulkProgress(desk, { id: "forgotten", lang: "en" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("changes only what the portal's rule lets the person change", async () => {
    const settings = { ...desk.settings, whoMayEdit: "team" as const };
    const [mine = ""] = await stage.companies(1, { am_lead_manager: stage.people.noura });
    const [theirs = ""] = await stage.companies(1, { am_lead_manager: stage.people.tom }, { hubspot_owner_id: "12" });
    const seen = await bulkActions.bulkPreview({ ...desk, settings }, ask([mine, theirs], { tier: "a" }));
    expect(seen).toMatchObject({ toChange: 1, notAllowed: 1 });
  });
});

test("the job is one of the queue's", () => expect(bulkRun.lane).toBe("writes"));

/** Writes, and dies before it hears of it: as `kill -9` after the call left. */
function dyingAfter(hubspot: HubSpot, isLast: () => boolean): HubSpot {
  const records = ((object: Parameters<HubSpot["records"]>[0]) => {
    const real = hubspot.records(object);
    return {
      ...real,
      async update(inputs: Parameters<typeof real.update>[0]) {
        const done = await real.update(inputs);
        if (isLast()) throw new Error("killed");
        return done;
      },
    };
  }) as HubSpot["records"]; // oxlint-disable-line typescript/no-unsafe-type-assertion -- one method of it wrapped
  return { ...hubspot, records };
}
