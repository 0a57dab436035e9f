import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { checkIn, company, task, type AccountProperties } from "@keyline/domain";
import { openStage, type Stage } from "./stage.ts";

const monthly: Partial<AccountProperties> = {
  am_account_type: "key",
  am_tier: "a",
  am_rhythm: "monthly",
  am_rhythm_rule: "first sunday",
};
const reminderDay = "2026-12-01T05:00:00Z"; // three working days before Sunday 6 December

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const writes = (calls: Record<string, number>) =>
  Object.fromEntries(Object.entries(calls).filter(([operation]) => !/^GET|search$|batch\/read$/.test(operation)));

describe("one account", () => {
  test("gets its check-in, its task on the day, and the next one when the task is completed", async () => {
    const [id = ""] = await stage.companies(1, monthly);

    expect(await stage.plan()).toMatchObject({ planned: 1, reminders: { made: 0 }, refused: [] });
    expect(await stage.checkIns()).toEqual([
      expect.objectContaining({
        check_in_key: `${id}:2026-12-06`,
        state: "planned",
        hubspot_owner_id: stage.people.noura,
      }),
    ]);

    await stage.goTo(reminderDay);
    expect(await stage.plan()).toMatchObject({ planned: 0, reminders: { made: 1 }, refused: [] });
    const [made] = await stage.tasks();
    expect(made).toMatchObject({
      keyline_task_key: expect.stringMatching(`:${id}:2026-12-06:reminder$`),
      hubspot_owner_id: stage.people.noura,
      hs_task_status: "NOT_STARTED",
      hs_timestamp: "2026-12-06T06:00:00Z",
    });
    const companies = await stage.hubspot.associations.read(task, company, [made?.["id"] ?? ""]);
    expect([...companies.values()].flat().map((one) => one.id)).toEqual([id]);

    await stage.hubspot
      .records(task)
      .update([{ id: made?.["id"] ?? "", properties: {}, extra: { hs_task_status: "COMPLETED" } }]);
    expect(await stage.planFew([id])).toMatchObject({ planned: 1, refused: [] });
    expect((await stage.checkIns()).map(({ check_in_key, state, held_on }) => [check_in_key, state, held_on])).toEqual([
      [`${id}:2026-12-06`, "held", "2026-12-01"],
      [`${id}:2027-01-03`, "planned", null],
    ]);
    expect((await stage.hubspot.records(company).readOne(id))?.properties).toMatchObject({
      am_last_check_in: "2026-12-01",
      am_next_check_in: "2027-01-03",
    });
  });

  test("has its check-in and its people on the task, those who are still there", async () => {
    const [id = ""] = await stage.companies(1, monthly);
    const people = await stage.hubspot
      .records("contacts")
      .create(
        ["sara", "omar"].map((name) => ({ properties: {}, extra: { email: `${name}@example.com`, firstname: name } })),
      );
    const [sara = "", omar = ""] = people.written.map((one) => one.id);
    await stage.hubspot.associations.create(
      "contacts",
      company,
      [sara, omar].map((from) => ({ from, to: id })),
    );
    await stage.plan();
    await stage.hubspot.records("contacts").archive([omar]);
    await stage.goTo(reminderDay);
    await stage.plan();

    const [made] = await stage.tasks();
    const on = async (type: typeof checkIn | "contacts") =>
      [...(await stage.hubspot.associations.read(task, type, [made?.["id"] ?? ""])).values()]
        .flat()
        .map((one) => one.id);
    expect(await on(checkIn)).toEqual((await stage.checkIns()).map((one) => one["id"]));
    expect(await on("contacts")).toEqual([sara]);
  });

  test("has everything taken back when it goes to the bin, without anybody saying so", async () => {
    const [id = ""] = await stage.companies(1, monthly);
    await stage.plan();
    await stage.goTo(reminderDay);
    await stage.plan();
    await stage.hubspot.records(company).archive([id]);

    await stage.plan();

    expect(await stage.tasks()).toEqual([]);
    expect((await stage.checkIns())[0]).toMatchObject({ state: "skipped", reminder_state: "withdrawn" });
  });

  test("whose type is taken away keeps no task", async () => {
    const [id = ""] = await stage.companies(1, monthly);
    await stage.plan();
    await stage.goTo(reminderDay);
    await stage.plan();
    await stage.hubspot.records(company).update([{ id, properties: { am_account_type: null } }]);

    await stage.plan();

    expect(await stage.tasks()).toEqual([]);
    expect((await stage.hubspot.records(company).readOne(id))?.properties.am_next_check_in).toBeNull();
  });

  test("whose task was deleted by hand gets no other one", async () => {
    await stage.companies(1, monthly);
    await stage.plan();
    await stage.goTo(reminderDay);
    await stage.plan();
    await stage.hubspot.records(task).archive((await stage.tasks()).map(({ id }) => id ?? ""));

    await stage.plan();
    await stage.plan();

    expect(await stage.tasks()).toEqual([]);
    expect((await stage.checkIns())[0]).toMatchObject({ state: "planned", reminder_state: "deleted" });
  });

  test("that is missed shows it, tells the manager once, and is done with when it is held", async () => {
    const [id = ""] = await stage.companies(1, monthly);
    await stage.plan();
    await stage.goTo("2026-12-09T05:00:00Z");

    expect(await stage.plan()).toMatchObject({ overdue: 1, escalations: 1, reminders: { made: 1 }, planned: 1 });
    await stage.plan();

    const tasks = await stage.tasks();
    expect(tasks.map(({ hubspot_owner_id: ownerId }) => ownerId).sort()).toEqual([
      stage.people.noura,
      stage.people.huda,
    ]);
    expect((await stage.hubspot.records(company).readOne(id))?.properties.am_overdue_check_ins).toBe(1);
    const reminder = tasks.find(({ hubspot_owner_id: ownerId }) => ownerId === stage.people.noura);
    await stage.hubspot
      .records(task)
      .update([{ id: reminder?.["id"] ?? "", properties: {}, extra: { hs_task_status: "COMPLETED" } }]);
    await stage.plan();

    expect((await stage.tasks()).map(({ hs_task_status: status }) => status)).toEqual(["COMPLETED", "COMPLETED"]);
    expect((await stage.hubspot.records(company).readOne(id))?.properties.am_overdue_check_ins).toBe(0);
  });
});

describe("many accounts", () => {
  test("a second pass writes nothing", async () => {
    await stage.companies(250, monthly);
    await stage.plan();
    await stage.goTo("2026-12-07T05:00:00Z");
    await stage.plan();
    await stage.calls();

    await stage.plan();

    expect(writes(await stage.calls())).toEqual({});
    expect((await stage.tasks()).length).toBe(250);
  });

  test("a pass over due reminders makes the least calls", async () => {
    await stage.companies(1_000, monthly);
    await stage.plan();
    await stage.goTo("2026-12-07T05:00:00Z");
    await stage.plan({ dryRun: true }); // owners and account are remembered, as in a worker
    await stage.calls();

    await stage.plan();

    const calls = await stage.calls();
    const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
    expect({ total, calls }).toEqual({ total: expect.any(Number), calls });
    expect(total).toBeLessThanOrEqual(38); // 37 and the look for tasks left behind
  }, 60_000);

  test("an owner that changed has the task moved", async () => {
    const ids = await stage.companies(3, monthly);
    await stage.plan();
    await stage.goTo(reminderDay);
    await stage.plan();
    await stage.hubspot
      .records(company)
      .update(ids.slice(0, 2).map((id) => ({ id, properties: { am_lead_manager: stage.people.tom } })));

    expect(await stage.plan()).toMatchObject({ reminders: { mended: 2 } });

    expect((await stage.tasks()).map(({ hubspot_owner_id: ownerId }) => ownerId).sort()).toEqual(["11", "12", "12"]);
  });

  test("a pass in parts is the same as a pass", async () => {
    await stage.companies(30, monthly);
    const parts = [];
    for (let after: string | null = null; ;) {
      const result = await stage.plan({ after, mostCompanies: 7 });
      parts.push(result.planned);
      after = result.next;
      if (after === null) break;
    }
    expect(parts.reduce((sum, count) => sum + count, 0)).toBe(30);
    expect((await stage.checkIns()).length).toBe(30);
  });

  test("a dry run says what would be written and writes nothing", async () => {
    await stage.companies(2, monthly);
    await stage.calls();
    const result = await stage.plan({ dryRun: true });
    expect(result).toMatchObject({ planned: 2, writes: [{ checkIns: [{ id: null }] }, { checkIns: [{ id: null }] }] });
    expect(writes(await stage.calls())).toEqual({});
  });
});

describe("whatever goes wrong", () => {
  test("searches that lag do not double anything", async () => {
    await stage.control("PUT", "portal", { searchLagMs: 60_000 });
    const ids = await stage.companies(20, { ...monthly, am_rhythm: "weekly", am_rhythm_rule: "sunday" });
    await stage.planFew(ids);
    await stage.plan();
    await stage.goTo("2026-11-26T05:00:00Z");
    await Promise.all([stage.plan(), stage.planFew(ids)]);
    await stage.plan();
    await stage.goTo("2026-11-26T05:10:00Z");

    expect((await stage.checkIns()).length).toBe(20);
    expect((await stage.tasks()).length).toBe(20);
  });

  test("two passes at once make one task each", async () => {
    await stage.companies(50, monthly);
    await Promise.all([stage.plan(), stage.plan()]);
    await stage.goTo(reminderDay);
    await Promise.all([stage.plan(), stage.plan(), stage.plan()]);

    const keys = (await stage.tasks()).map(({ keyline_task_key: key }) => key);
    expect([keys.length, new Set(keys).size]).toEqual([50, 50]);
  });

  test.each([1, 2])(
    "lost answers, refusals and resets end in one task each (seed %i)",
    async (seed) => {
      await stage.companies(120, monthly);
      await stage.control("PUT", "faults", {
        seed,
        rate429: 0.1,
        rate500: 0.1,
        rate502: 0.1,
        resets: 0.1,
        lostReplies: 0.2,
      });
      await untilDone(() => stage.plan());
      await stage.goTo(reminderDay);
      await untilDone(() => stage.plan());
      await stage.control("PUT", "faults", {});

      expect((await stage.plan()).reminders).toEqual({ made: 0, mended: 0, withdrawn: 0 });
      const keys = (await stage.tasks()).map(({ keyline_task_key: key }) => key);
      expect([keys.length, new Set(keys).size]).toEqual([120, 120]);
      expect((await stage.checkIns()).every(({ reminder_state }) => reminder_state === "open")).toBe(true);
    },
    60_000,
  );

  test("what HubSpot refuses is said, and done by a later pass", async () => {
    await stage.companies(3, monthly);
    const rule = {
      objectType: "tasks",
      when: { property: "hs_task_priority", value: "HIGH" },
      requires: "hs_task_reminders",
    };
    await stage.plan();
    await stage.goTo(reminderDay);
    await stage.control("PUT", "portal", { writeRules: [rule] });
    expect((await stage.plan()).refused).toHaveLength(3);
    await stage.control("PUT", "portal", { writeRules: [] });
    expect(await stage.plan()).toMatchObject({ reminders: { made: 3 }, refused: [] });
  });
});

async function untilDone(run: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; attempt < 30; attempt++) {
    try {
      return void (await run());
    } catch {
      continue; // The worker would try the job again.
    }
  }
}

test("where contact counts by itself, a meeting that took place is the check-in: by the wake-up and by the poll", async () => {
  await stage.close();
  stage = await openStage({ contactMade: "count" });
  const [woken = "", polled = ""] = await stage.companies(2, monthly);
  await stage.plan();
  const extra = { hs_timestamp: "2026-11-22T05:00:00Z", hs_meeting_outcome: "COMPLETED" };
  for (const id of [woken, polled]) {
    const meeting = (await stage.hubspot.records("meetings").create([{ properties: {}, extra }])).written[0]?.id ?? "";
    await stage.hubspot.associations.create("meetings", company, [{ from: meeting, to: id }]);
  }

  await stage.planFew([woken]);
  await stage.plan();

  const held = (await stage.checkIns()).filter(({ state }) => state === "held");
  expect(held.map(({ company_record_id: id, held_on }) => [id, held_on])).toEqual([
    [woken, "2026-11-22"],
    [polled, "2026-11-22"],
  ]);
});
