import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { checkIn, company, task } from "@keyline/domain";
import type { Rec } from "../../src/hubspot/index.ts";
import { quietLog } from "../../src/log.ts";
import { provision } from "../../src/provision/index.ts";
import { openPortal, type TestPortal } from "./open-portal.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await openPortal();
  await provision({ hubspot: portal.hubspot, log: quietLog });
});
afterAll(() => portal.close());
afterEach(() => portal.control("PUT", "faults", {}));

const aCheckIn = (companyId: number, slot: "2026-12-06" | "2026-12-13") => ({
  key: `${companyId}:${slot}`,
  properties: {
    check_in_name: `Check-in ${slot}`,
    company_record_id: companyId,
    slot_date: slot,
    planned_date: slot,
    due_date: slot,
    state: "planned" as const,
  },
});

const all = async <T>(pages: AsyncIterable<T[]>) => {
  const found: T[] = [];
  for await (const page of pages) found.push(...page);
  return found;
};

describe("upserts", () => {
  test("write once what is written twice, in batches of 100", async () => {
    const checkIns = portal.hubspot.records(checkIn);
    const inputs = Array.from({ length: 250 }, (_, index) => aCheckIn(1_000 + index, "2026-12-06"));
    await portal.calls();

    const first = await checkIns.upsert(inputs);
    const second = await checkIns.upsert(inputs);

    expect(await portal.calls()).toEqual({ "POST /crm/objects/{version}/p_check_in/batch/upsert": 6 });
    expect(first.written.filter(({ isNew }) => isNew)).toHaveLength(250);
    expect(second.written.filter(({ isNew }) => isNew)).toHaveLength(0);
    const idsOf = (written: typeof first) => Object.fromEntries(written.written.map(({ key, id }) => [key, id]));
    expect(idsOf(second)).toEqual(idsOf(first));
  });

  test("give back typed values", async () => {
    const [written] = (await portal.hubspot.records(checkIn).upsert([aCheckIn(7, "2026-12-06")])).written;

    const record = await portal.hubspot.records(checkIn).readOne(written!.id);

    expect(record?.properties).toMatchObject({
      company_record_id: 7,
      due_date: "2026-12-06",
      state: "planned",
      held_on: null,
    });
  });

  test("say of every input what became of it", async () => {
    const good = aCheckIn(8, "2026-12-06");
    const refused = { ...aCheckIn(9, "2026-12-06"), extra: { state: "dreamt" } };
    const unknown = { ...aCheckIn(10, "2026-12-06"), extra: { no_such_property: "1" } };

    const result = await portal.hubspot.records(checkIn).upsert([good, refused, unknown]);

    expect(result.written.map(({ key }) => key)).toEqual([good.key]);
    expect(
      result.refused.map(({ key, problem }) => [key, problem.code, problem.fields.map(({ path }) => path)]),
    ).toEqual([
      [refused.key, "refused", ["state"]],
      [unknown.key, "refused", ["no_such_property"]],
    ]);
  });

  test("merge two writes to one key, as if made in turn", async () => {
    const first = aCheckIn(11, "2026-12-06");
    const later = { key: first.key, properties: { state: "held" as const } };

    const { written } = await portal.hubspot.records(checkIn).upsert([first, later]);

    expect(written).toHaveLength(1);
    expect(written[0]!.record.properties).toMatchObject({ state: "held", company_record_id: 11 });
  });

  test("go by another unique property when told", async () => {
    const tasks = portal.hubspot.records(task);
    const input = {
      key: "48:1:reminder",
      properties: {},
      extra: { hs_task_subject: "Call", hs_timestamp: "2026-12-06T06:00:00Z" },
    };

    await tasks.upsert([input], { by: "keyline_task_key" });
    await tasks.upsert([input], { by: "keyline_task_key" });

    const found = await tasks.read([input.key], { idProperty: "keyline_task_key", extra: ["hs_task_subject"] });
    expect(found.map(({ raw }) => raw["hs_task_subject"])).toEqual(["Call"]);
  });

  test("end well when writes get lost on the way", async () => {
    await portal.control("PUT", "faults", { seed: 3, rate500: 0.15, rate502: 0.1, resets: 0.1, lostReplies: 0.2 });
    const inputs = Array.from({ length: 1_500 }, (_, index) => aCheckIn(20_000 + index, "2026-12-13"));

    const result = await portal.hubspot.records(checkIn).upsert(inputs);

    expect(result).toMatchObject({ refused: [] });
    expect(new Set(result.written.map(({ id }) => id)).size).toBe(1_500);
  });
});

test("a value that its field does not allow never leaves: the problem names it", async () => {
  const wrong = { ...aCheckIn(12, "2026-12-06"), properties: { due_date: "tomorrow" as never } };

  expect(() => portal.hubspot.records(checkIn).upsert([wrong])).toThrow(
    expect.objectContaining({ code: "invalid-input", fields: [expect.objectContaining({ path: "due_date" })] }),
  );
});

test("a value that cannot be read is taken as empty, and counted", async () => {
  const odd = { name: "companies", fields: { name: company.fields.am_rhythm_anchor } };
  const { written } = await portal.hubspot.records("companies").create([{ properties: {}, extra: { name: "Najd" } }]);

  const record = await portal.hubspot.records(odd).readOne(written[0]!.id);

  expect(record?.properties.name).toBeNull();
  expect(portal.hubspot.unreadable.get("companies.name")).toBe(1);
});

test("null clears, what is left out stays", async () => {
  const companies = portal.hubspot.records(company);
  const { written } = await companies.create([{ properties: { am_tier: "a", am_competition: 3 } }]);
  const id = written[0]!.id;

  await companies.update([{ id, properties: { am_tier: null } }]);

  expect((await companies.readOne(id))?.properties).toMatchObject({ am_tier: null, am_competition: 3 });
});

test("ids that do not exist are simply not among the records read", async () => {
  const companies = portal.hubspot.records("companies");
  const { written } = await companies.create([{ properties: {}, extra: { name: "Tamra" } }]);

  const found = await companies.read([written[0]!.id, "999999999", written[0]!.id], { extra: ["name"] });

  expect(found.map(({ raw }: Rec) => raw["name"])).toEqual(["Tamra"]);
});

test("archived records are read when asked for", async () => {
  const companies = portal.hubspot.records("companies");
  const { written } = await companies.create([{ properties: {}, extra: { name: "Gone" } }]);
  const { id } = written[0]!;

  await companies.archive([id]);

  expect(await companies.readOne(id)).toBeNull();
  expect(await companies.readOne(id, { archived: true })).toMatchObject({ isArchived: true });
});

test("a list gives every record, whatever was just written", async () => {
  await portal.control("PUT", "portal", { searchLagMs: 60_000 });
  const contacts = portal.hubspot.records("contacts");
  const named = Array.from({ length: 230 }, (_, index) => ({ properties: {}, extra: { firstname: `P ${index}` } }));
  await contacts.create(named);

  const found = await all(contacts.list({ extra: ["firstname"] }));
  await portal.control("PUT", "portal", { searchLagMs: 0 });

  expect(new Set(found.map(({ raw }) => raw["firstname"]))).toEqual(new Set(named.map(({ extra }) => extra.firstname)));
});

describe("searches", () => {
  test("page by id, beyond HubSpot's 10,000 for one query", async () => {
    const total = 10_450;
    const inputs = Array.from({ length: total }, (_, index) => ({
      properties: { am_tier: "c" as const },
      extra: { name: `C ${index}` },
    }));
    await portal.hubspot.records(company).create(inputs);

    const found = await all(
      portal.hubspot.records(company).search({ where: [[{ property: "am_tier", operator: "EQ", value: "c" }]] }),
    );

    expect(new Set(found.map(({ id }) => id)).size).toBe(total);
    expect(found).toHaveLength(total);
  }, 60_000);

  test("take typed values, groups, a sort and a limit", async () => {
    const companies = portal.hubspot.records(company);
    await companies.create(
      (["2026-01-05", "2026-03-05", "2026-02-05"] as const).map((day) => ({
        properties: { am_next_check_in: day, am_tier: "b" as const },
      })),
    );

    const found = await all(
      companies.search({
        where: [
          [
            { property: "am_next_check_in", operator: "GTE", value: "2026-02-01" },
            { property: "am_tier", operator: "IN", values: ["a", "b"] },
          ],
        ],
        sort: { by: "am_next_check_in", descending: true },
        limit: 2,
      }),
    );

    expect(found.map(({ properties }) => properties.am_next_check_in)).toEqual(["2026-03-05", "2026-02-05"]);
    expect(await companies.count([[{ property: "am_tier", operator: "EQ", value: "b" }]])).toBe(3);
  });
});

describe("histories", () => {
  test("give what properties were, the latest first, also by the unique key", async () => {
    const records = portal.hubspot.records(checkIn);
    const written = (await records.upsert([aCheckIn(31, "2026-12-06")])).written[0];
    const id = written?.id ?? "";
    await records.update([{ id, properties: { state: "skipped", skip_reason: "Away" } }]);
    await records.update([{ id, properties: { state: "planned", skip_reason: null } }]);

    const [byId] = await records.history([id], { properties: ["state", "skip_reason"] });
    const [byKey] = await records.history(["31:2026-12-06", "31:none"], {
      properties: ["state"],
      idProperty: checkIn.key,
    });

    expect(byId?.values["state"]?.map(({ value }) => value)).toEqual(["planned", "skipped", "planned"]);
    expect(byId?.values["skip_reason"]?.map(({ value }) => value)).toEqual(["", "Away"]);
    expect(byKey?.id).toBe(id);
    expect(byKey?.values["state"]).toHaveLength(3);
  });

  test("are asked for fifty records at a time", async () => {
    const records = portal.hubspot.records(checkIn);
    const inputs = Array.from({ length: 120 }, (_, index) => aCheckIn(2_000 + index, "2026-12-13"));
    const { written } = await records.upsert(inputs);
    await portal.calls();

    const histories = await records.history(
      written.map(({ id }) => id),
      { properties: ["state"] },
    );

    expect(histories).toHaveLength(120);
    expect(await portal.calls()).toEqual({ "POST /crm/objects/{version}/p_check_in/batch/read": 3 });
  });
});
