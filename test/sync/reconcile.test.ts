import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { accountKpi, checkIn, company } from "@keyline/domain";
import { openFileStore } from "../../src/commands/open-place.ts";
import {
  isUnderWay,
  reconcileChanges,
  reconcileFully,
  type Progress,
  type ReconcileParts,
} from "../../src/sync/index.ts";
import { openStage, type Stage } from "../check-ins/stage.ts";

let stage: Stage;
let folder: string;
let parts: ReconcileParts;
let ids: string[];

beforeAll(async () => {
  stage = await openStage();
  ids = await stage.companies(12, { am_account_type: "key", am_rhythm: "monthly", am_rhythm_rule: "first sunday" });
}, 60_000);
afterAll(() => stage?.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "keyline-reconcile-"));
  const store = openFileStore(join(folder, "place.json"));
  parts = { ...stage.parts, portalId: "48000001", store };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function newDeal(companyId: string, amount: string): Promise<string> {
  const { typeId, category } = await stage.hubspot.associations.type("deals", "companies");
  const extra = { dealname: "Deal", dealstage: "closedwon", closedate: "2026-11-20", amount, dealtype: "newbusiness" };
  const associations = [{ to: companyId, typeId, category }];
  const { written } = await stage.hubspot.records("deals").create([{ properties: {}, extra, associations }]);
  return written[0]?.id ?? "";
}
const newSalesOf = async (companyId: string) => {
  const read = await stage.hubspot.records(accountKpi).read([`${companyId}:new_sales:2026`], { idProperty: "kpi_key" });
  return read[0]?.properties.actual ?? null;
};
const withoutEcho = async () => {
  // Our own writes are changes too: the next pass finds them, and nothing to do.
  const { written } = (await reconcileChanges(parts))!;
  expect(written).toBe(0);
};

describe("a full pass", () => {
  test("plans and computes every account, and is the start of asking for changes", async () => {
    expect(await reconcileChanges(parts)).toBeNull();
    const report = await reconcileFully(parts);
    expect(report).toMatchObject({ pass: "full", isComplete: true, isResumed: false, refused: [] });
    expect(report.companies).toMatchObject({ plan: 12, numbers: 12 });
    expect(await stage.hubspot.records(checkIn).count()).toBe(12);
    expect(await stage.hubspot.records(accountKpi).count()).toBe(12 * 12 * 3);
    expect(await reconcileChanges(parts)).toMatchObject({ pass: "changes", written: 0 });
  }, 60_000);

  test("says what it would go over, and writes nothing, in a dry run", async () => {
    await stage.calls();
    const report = await reconcileFully(parts, { dryRun: true });
    expect(report.companies).toMatchObject({ plan: 12, numbers: 12 });
    const operations = Object.keys(await stage.calls());
    expect(operations.filter((name) => /create|update|upsert|archive/.test(name))).toEqual([]);
    expect(await reconcileChanges(parts)).toBeNull();
  });

  test("that is stopped goes on where it stopped", async () => {
    const stopping = new AbortController();
    const seen: Progress[] = [];
    const first = await reconcileFully(parts, {
      companiesInPart: 5,
      signal: stopping.signal,
      onProgress(progress) {
        seen.push(progress);
        if (progress.step === "numbers" && progress.done === 5) stopping.abort();
      },
    });
    expect(first).toMatchObject({ isComplete: false });
    expect(await isUnderWay(parts)).toBe(true);
    const steps: string[] = [];
    const second = await reconcileFully(parts, {
      companiesInPart: 5,
      onProgress: ({ step, done }) => void steps.push(`${step} ${done}`),
    });
    expect(second).toMatchObject({ isComplete: true, isResumed: true, companies: { numbers: 12 } });
    // The part that was under way is begun again.
    expect(steps[0]).toBe("numbers 5");
    expect(await isUnderWay(parts)).toBe(false);
  }, 60_000);

  test("that died goes on where it died, in another process, and leaves what one that lived does", async () => {
    const dying = reconcileFully(parts, {
      companiesInPart: 5,
      onProgress({ step, done }) {
        // Nothing runs after this: no place is kept, and nothing is tidied up.
        if (step === "numbers" && done === 5) throw new Error("killed");
      },
    });
    await expect(dying).rejects.toThrow("killed");
    const store = openFileStore(join(folder, "place.json"));
    const steps: string[] = [];
    const after = await reconcileFully(
      { ...parts, store },
      { companiesInPart: 5, onProgress: ({ step, done }) => void steps.push(`${step} ${done}`) },
    );
    expect(after).toMatchObject({ isComplete: true, isResumed: true, refused: [], companies: { numbers: 12 } });
    expect(steps[0]).toBe("numbers 5");
    expect(await stage.hubspot.records(accountKpi).count()).toBe(12 * 12 * 3);
    expect(await reconcileFully({ ...parts, store })).toMatchObject({ isResumed: false, written: 0 });
  }, 60_000);
});

describe("what changed", () => {
  beforeEach(async () => {
    await reconcileFully(parts);
    await withoutEcho();
  }, 60_000);

  test("is found without any webhook: a deal that was won, changed, deleted and restored", async () => {
    const id = ids[3] ?? "";
    const deal = await newDeal(id, "100");
    expect(await reconcileChanges(parts)).toMatchObject({ records: { deals: 1 }, refused: [] });
    expect(await newSalesOf(id)).toBe(100);
    await stage.hubspot.records("deals").update([{ id: deal, properties: {}, extra: { amount: "250.5" } }]);
    await reconcileChanges(parts);
    expect(await newSalesOf(id)).toBe(250.5);
    await stage.hubspot.records("deals").archive([deal]);
    await reconcileChanges(parts);
    expect(await newSalesOf(id)).toBeNull();
    await stage.control("POST", `records/deals/${deal}/restore`);
    await reconcileChanges(parts);
    expect(await newSalesOf(id)).toBe(250.5);
    await stage.hubspot.records("deals").archive([deal]);
    await reconcileChanges(parts);
  }, 60_000);

  test("is found when a company was only just managed, and when it is so no more", async () => {
    const [id = ""] = await stage.companies(1, { am_account_type: "sales", am_rhythm: "weekly" });
    await reconcileChanges(parts);
    const openOf = async () =>
      (await stage.checkIns()).filter((one) => one["company_record_id"] === id && one["state"] === "planned").length;
    expect(await openOf()).toBe(1);
    await stage.hubspot.records(company).update([{ id, properties: { am_rhythm: null } }]);
    await reconcileChanges(parts);
    expect(await openOf()).toBe(0);
    await stage.hubspot.records(company).archive([id]);
    await reconcileChanges(parts);
  }, 60_000);

  test("costs calls by what changed, and none by how much there is", async () => {
    await stage.goTo("2026-11-22T09:00:00Z");
    await withoutEcho();
    await stage.goTo("2026-11-22T12:00:00Z");
    const quiet = (await reconcileChanges(parts))!;
    expect([quiet.records, quiet.written]).toEqual([{}, 0]);
    // A search for each kind and a look into each bin.
    expect(quiet.calls).toBe(10 + 10);
  }, 60_000);

  test("is gone over twice at the most, since HubSpot's answers may be late", async () => {
    const id = ids[5] ?? "";
    await stage.goTo("2026-11-22T13:00:00Z");
    await stage.hubspot.records(company).update([{ id, properties: { am_revenue_goal: 1_000 } }]);
    expect((await reconcileChanges(parts))!.records).toMatchObject({ companies: 1 });
    await withoutEcho();
    await stage.goTo("2026-11-22T13:10:00Z");
    expect((await reconcileChanges(parts))!.records).toEqual({});
  }, 60_000);

  test("costs the same calls for the same change in a portal five times the size", async () => {
    const deals = [await newDeal(ids[0] ?? "", "100"), await newDeal(ids[1] ?? "", "100")];
    const callsAt = async (hour: number, amount: string) => {
      await stage.goTo(`2026-11-23T${hour}:00:00Z`);
      await reconcileChanges(parts);
      await withoutEcho();
      await stage.goTo(`2026-11-23T${hour}:30:00Z`);
      await stage.hubspot.records("deals").update(deals.map((id) => ({ id, properties: {}, extra: { amount } })));
      const { calls, records, written } = (await reconcileChanges(parts))!;
      expect([records, written > 0]).toEqual([{ deals: 2 }, true]);
      return calls;
    };
    const small = await callsAt(10, "200");
    await stage.companies(60, { am_account_type: "key", am_rhythm: "monthly", am_rhythm_rule: "first sunday" });
    await reconcileFully(parts);
    expect(await callsAt(12, "300")).toBe(small);
  }, 60_000);
});
