import { describe, expect, test } from "@jest/globals";
import { addDays, type PlainDate } from "@keyline/domain";
import { decide } from "../../src/check-ins/decide.ts";
import { done, key, managed, next, open, reminded, settled, today } from "./first-sunday.ts";
import { accountOf, emptyBrief, huda, noura, owner, portalOf, situationOf, tom } from "./portal-of-test.ts";

describe("the reminder", () => {
  test("is made on its day, once", () => {
    const before = situationOf(managed, { checkIns: [next] });
    expect(decide(before, portalOf("2026-11-30")).tasks).toEqual([]);
    const decision = decide(before, portalOf("2026-12-01"));
    expect(decision.tasks).toEqual([
      expect.objectContaining({
        do: "make",
        taskKey: `4242:${key}:reminder`,
        properties: expect.objectContaining({
          hubspot_owner_id: noura.id,
          hs_timestamp: "2026-12-06T06:00:00.000Z",
          hs_task_priority: "HIGH",
          hs_task_subject: "Check-in: Najd Foods",
          hs_task_body: expect.stringContaining("Every month, first Sunday; planned Sun 6 Dec"),
        }),
      }),
    ]);
    const after = settled(before, "2026-12-01");
    const again = decide(after, portalOf("2026-12-02"));
    expect([again.tasks, again.checkIns, again.company]).toEqual([[], [], null]);
  });

  test.each([
    ["a", "2026-12-01", "HIGH"],
    ["b", "2026-12-02", "MEDIUM"],
    ["c", "2026-12-03", "LOW"],
    [null, "2026-12-03", "LOW"],
  ] as const)("of tier %s comes on %s and is %s", (am_tier, remindOn, priority) => {
    const account = { ...managed, properties: { ...managed.properties, am_tier } };
    const tasksOn = (date: PlainDate) => decide(situationOf(account, { checkIns: [next] }), portalOf(date)).tasks;
    expect(tasksOn(addDays(remindOn, -1))).toEqual([]);
    expect(tasksOn(remindOn).map(({ properties }) => properties["hs_task_priority"])).toEqual([priority]);
  });

  test("is put into the portal's task queue, if it has one, and moves when that is chosen later", () => {
    const queued = portalOf("2026-12-02", { policy: { ...portalOf(today).policy, taskQueueId: "31" } });
    const before = situationOf(managed, { checkIns: [next] });
    expect(decide(before, portalOf("2026-12-01")).tasks[0]?.properties).not.toHaveProperty("hs_queue_membership_ids");
    expect(decide(before, queued).tasks[0]?.properties["hs_queue_membership_ids"]).toBe("31");
    expect(decide(settled(before, "2026-12-01"), queued).tasks).toEqual([
      expect.objectContaining({
        do: "mend",
        properties: expect.objectContaining({ hs_queue_membership_ids: "31" }),
      }),
    ]);
  });

  test("says nothing about its status, so that making it twice cannot reopen what a person completed", () => {
    const [task] = decide(situationOf(managed, { checkIns: [next] }), portalOf("2026-12-01")).tasks;
    expect(Object.keys(task?.properties ?? {})).not.toContain("hs_task_status");
  });

  test("moves to the new owner", () => {
    const before = settled(situationOf(managed, { checkIns: [next] }), "2026-12-01");
    const account = { ...before.account, ownerId: tom.id };
    const decision = decide({ ...before, account }, portalOf("2026-12-02"));
    expect(decision.tasks).toEqual([
      expect.objectContaining({ do: "mend", properties: expect.objectContaining({ hubspot_owner_id: tom.id }) }),
    ]);
  });

  test("of a lead who left goes to the lead's manager, and says so", () => {
    const owners = new Map([noura, tom, huda].map((one) => [one.id, { ...one, isActive: one.id !== noura.id }]));
    const [task] = decide(situationOf(managed, { checkIns: [next] }), portalOf("2026-12-01", { owners })).tasks;
    expect(task?.properties["hubspot_owner_id"]).toBe(huda.id);
    expect(task?.properties["hs_task_body"]).toContain("Noura is no longer active");
  });

  test("is due on the owner's clock and written in the owner's language", () => {
    const arabic = owner(noura.id, { language: "ar", timeZone: "Europe/London" });
    const portal = portalOf("2026-12-01", { owners: new Map([[noura.id, arabic]]) });
    const [task] = decide(situationOf(managed, { checkIns: [next] }), portal).tasks;
    expect(task?.properties).toMatchObject({
      hs_timestamp: "2026-12-06T09:00:00.000Z",
      hs_task_subject: "متابعة: Najd Foods",
      hs_task_body: expect.stringMatching(/^<div dir="rtl">.*كل شهر، أول أحد/s),
    });
  });

  test("escapes what people wrote", () => {
    const brief = {
      ...emptyBrief,
      askAbout: [{ kind: "obstacle" as const, obstacle: { id: "1", name: "<b>R&D</b>", url: null } }],
    };
    const [task] = decide(situationOf(managed, { checkIns: [next], brief }), portalOf("2026-12-01")).tasks;
    expect(task?.properties["hs_task_body"]).toContain("&lt;b&gt;R&amp;D&lt;/b&gt;");
  });

  test("completed holds the check-in on that day and the next one is planned", () => {
    const checkIns = [{ id: "900", values: reminded }];
    const tasks = new Map([["77", done("2026-12-02")]]);
    const decision = decide(situationOf(managed, { checkIns, tasks }), portalOf("2026-12-02"));
    expect(decision.checkIns).toContainEqual(
      expect.objectContaining({
        id: "900",
        properties: { state: "held", held_on: "2026-12-02", reminder_state: "completed" },
      }),
    );
    expect(decision.missing.keys).toEqual(["500:2027-01-03"]);
  });

  test("deleted by hand is not made again, and its check-in is let go once its day has passed", () => {
    const tasks = new Map([["77", null]]);
    const before = situationOf(managed, { checkIns: [{ id: "900", values: reminded }], tasks });
    const decision = decide(before, portalOf("2026-12-02"));
    expect(decision.tasks).toEqual([]);
    expect(decision.checkIns[0]?.properties.reminder_state).toBe("deleted");
    const after = decide(before, portalOf("2026-12-07"));
    expect(after.checkIns).toContainEqual(
      expect.objectContaining({
        id: "900",
        properties: expect.objectContaining({ state: "skipped", skip_reason: "The reminder was deleted" }),
      }),
    );
    expect(after.missing.keys).toEqual(["500:2027-01-03"]);
  });

  test("goes when the check-in is skipped, and is completed when it was logged", () => {
    const tasks = new Map([["77", open]]);
    const of = (values: Partial<typeof reminded>) =>
      decide(
        situationOf(managed, { checkIns: [{ id: "900", values: { ...reminded, ...values } }], tasks }),
        portalOf("2026-12-02"),
      ).tasks;
    expect(of({ state: "skipped", skip_reason: "Eid" })).toEqual([
      expect.objectContaining({ do: "archive", taskId: "77" }),
    ]);
    expect(of({ state: "held", held_on: "2026-12-02" })).toEqual([
      expect.objectContaining({ do: "complete", taskId: "77", properties: { hs_task_status: "COMPLETED" } }),
    ]);
  });

  test("moves with the check-in", () => {
    const before = settled(situationOf(managed, { checkIns: [next] }), "2026-12-01");
    const [{ id, values } = next] = before.checkIns;
    const moved = { ...before, checkIns: [{ id, values: { ...values, planned_date: "2026-12-10" as PlainDate } }] };
    const decision = decide(moved, portalOf("2026-12-02"));
    expect(decision.checkIns[0]?.properties.due_date).toBe("2026-12-10");
    expect(decision.tasks[0]?.properties).toMatchObject({ hs_timestamp: "2026-12-10T06:00:00.000Z" });
    expect(decision.tasks[0]?.properties["hs_task_body"]).toContain("planned Thu 10 Dec instead of Sun 6 Dec");
  });
});

describe.each([
  ["type removed", { am_account_type: null }, {}],
  ["rhythm cleared", { am_rhythm: null }, {}],
  ["company archived", {}, { isArchived: true }],
  ["paused", { am_paused_from: "2026-11-20", am_paused_until: "2027-02-01" }, {}],
] as const)("%s", (_, properties, changes) => {
  test("takes the check-in and its task back", () => {
    const account = accountOf({ am_check_in_slots: "open=2026-12-06", ...properties }, changes);
    const situation = situationOf(account, {
      checkIns: [{ id: "900", values: reminded }],
      tasks: new Map([["77", open]]),
    });
    const decision = decide(situation, portalOf("2026-12-02"));
    expect(decision.tasks).toEqual([expect.objectContaining({ do: "archive", taskId: "77" })]);
    expect(decision.checkIns).toContainEqual(
      expect.objectContaining({ id: "900", properties: { state: "skipped", reminder_state: "withdrawn" } }),
    );
  });
});
