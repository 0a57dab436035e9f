import { describe, expect, test } from "@jest/globals";
import type { PlainDate } from "@keyline/domain";
import { decide } from "../../src/check-ins/decide.ts";
import type { Situation, TaskStanding } from "../../src/check-ins/facts.ts";
import { accountOf, checkInOf, emptyBrief, huda, noura, owner, portalOf, situationOf, tom } from "./portal-of-test.ts";

const today: PlainDate = "2026-11-24"; // a Tuesday
const key = "500:2026-12-06";
const managed = accountOf({ am_check_in_slots: "open=2026-12-06" });
const next = checkInOf("2026-12-06", { remind_on: "2026-12-01" });
const reminded = { ...next.values, reminder_state: "open" as const, reminder_task_id: "77" };
const open: TaskStanding = { id: "77", isCompleted: false, completedOn: null };
const done = (on: PlainDate): TaskStanding => ({ id: "77", isCompleted: true, completedOn: on });

/** The situation once the writes of a decision are done. */
function settled(situation: Situation, on = today): Situation {
  const decision = decide(situation, portalOf(on));
  const taskIds = new Map(decision.tasks.map((task, index) => [`${task.checkInKey} ${task.kind}`, `${index + 70}`]));
  const written = decision.checkIns.map((write, index) => {
    const before = situation.checkIns.find(({ id }) => id === write.id);
    const values = { ...next.values, ...before?.values, ...write.properties };
    const made = taskIds.get(`${write.key} reminder`);
    if (made && !values.reminder_task_id) values.reminder_task_id = made;
    return { id: write.id ?? String(800 + index), values };
  });
  const kept = situation.checkIns.filter(({ id }) => !written.some((one) => one.id === id));
  const properties = { ...situation.account.properties, ...decision.company?.properties };
  const checkIns = [...kept, ...written];
  const tasks = new Map(
    checkIns
      .flatMap(({ values }) => (values.reminder_task_id ? [values.reminder_task_id] : []))
      .map((id) => [id, { ...open, id }]),
  );
  return { ...situation, account: { ...situation.account, properties }, checkIns, tasks };
}

describe("planning", () => {
  test("a new account without an anchor starts today and has its first check-in ahead", () => {
    const account = accountOf({ am_rhythm: "weekly", am_rhythm_rule: null, am_rhythm_anchor: null });
    const decision = decide(situationOf(account, { absentKeys: new Set(["500:2026-12-01"]) }), portalOf(today));
    expect(decision.checkIns).toEqual([
      expect.objectContaining({
        id: null,
        key: "500:2026-12-01",
        properties: expect.objectContaining({ slot_date: "2026-12-01", due_date: "2026-12-01", state: "planned" }),
      }),
    ]);
    expect(decision.company?.properties).toEqual({
      am_rhythm_anchor: today,
      am_next_check_in: "2026-12-01",
      am_check_in_slots: "open=2026-12-01",
    });
  });

  test("a key that was not read for certain is asked for before it is planned", () => {
    expect(decide(situationOf(accountOf()), portalOf(today)).missing.keys).toEqual([key]);
  });

  test("a rhythm that starts today begins today", () => {
    const account = accountOf({ am_rhythm: "weekly", am_rhythm_rule: null, am_rhythm_anchor: today });
    expect(decide(situationOf(account), portalOf(today)).missing.keys).toEqual([`500:${today}`]);
  });

  test.each([
    ["held early, the next is the one after", "held", "2026-11-24", "500:2027-01-03"],
    ["skipped, the next is the one after", "skipped", "2026-11-24", "500:2027-01-03"],
    ["held late, the series does not drift", "held", "2026-12-20", "500:2027-01-03"],
    ["held later than the next slot, that one is passed over", "held", "2027-01-05", "500:2027-02-07"],
  ] as const)("%s", (_, state, on, wanted) => {
    const over = checkInOf("2026-12-06", { state, held_on: state === "held" ? on : null, skip_reason: "Eid" });
    expect(decide(situationOf(managed, { checkIns: [over] }), portalOf(on)).missing.keys).toEqual([wanted]);
  });

  test("the due date is a working day of the portal", () => {
    const account = accountOf({ am_rhythm_rule: "day 5" }); // 5 December 2026 is a Saturday
    const [planned] = decide(situationOf(account), portalOf(today)).checkIns;
    expect(planned?.properties).toMatchObject({ planned_date: "2026-12-05", due_date: "2026-12-06" });
  });

  test("a full day moves the due date to the nearest one with room, and a second run moves nothing", () => {
    const portal = portalOf(today);
    const limited = { ...portal, policy: { ...portal.policy, perDay: 1 } };
    const load = new Map([
      [noura.id, 1],
      [`${noura.id} 2026-12-06`, 1],
    ]);
    const first = decide(situationOf(accountOf(), { load, absentKeys: new Set([key]) }), limited);
    expect(first.checkIns[0]?.properties.due_date).toBe("2026-12-07");
    const stored = { id: "900", values: { ...next.values, ...first.checkIns[0]?.properties } };
    const account = accountOf({ ...first.company?.properties });
    expect(decide(situationOf(account, { checkIns: [stored] }), limited).checkIns).toEqual([]);
  });

  test("a rhythm that changed takes its check-in back and plans its own", () => {
    const account = accountOf({ am_rhythm_rule: "day 15", am_check_in_slots: "open=2026-12-06" });
    const decision = decide(situationOf(account, { checkIns: [next] }), portalOf(today));
    expect(decision.missing.keys).toEqual(["500:2026-12-15"]);
    expect(decision.checkIns).toContainEqual(
      expect.objectContaining({ key, properties: { state: "skipped", reminder_state: "withdrawn" } }),
    );
  });

  test("a check-in that a person planned stays when the rhythm changes", () => {
    const own = checkInOf("2026-12-10", { planned_by: "person" }, "901");
    const account = accountOf({ am_rhythm_rule: "day 15" });
    const decision = decide(situationOf(account, { checkIns: [own] }), portalOf(today));
    expect(decision.checkIns.filter((write) => write.id === "901" && write.properties.state)).toEqual([]);
  });

  test("a slot that was taken back comes back when the rhythm gives it again", () => {
    const back = checkInOf("2026-12-06", { state: "skipped", reminder_state: "withdrawn" });
    const [write] = decide(situationOf(managed, { checkIns: [back] }), portalOf(today)).checkIns;
    expect(write).toMatchObject({ id: "900", properties: { state: "planned", reminder_state: null } });
  });

  test("before a notice date that nobody decided about the rhythm tightens, and its own slots stay", () => {
    const renewing = { am_notice_by: "2026-12-31" as PlainDate, am_check_in_slots: "last=2026-11-01 open=2027-02-07" };
    const account = accountOf({ ...renewing, am_rhythm: "quarterly" });
    const far = checkInOf("2027-02-07");
    expect(decide(situationOf(account, { checkIns: [far] }), portalOf(today)).missing.keys).toEqual(["500:2026-12-20"]);
    const decided = accountOf({ ...renewing, am_rhythm: "quarterly", am_renewal_outlook: "renewed" });
    expect(decide(situationOf(decided, { checkIns: [far] }), portalOf(today)).missing.keys).toEqual([]);
  });

  test("a rhythm that cannot be read is complained about and takes nothing away", () => {
    const account = accountOf({ am_rhythm_rule: "whenever", am_check_in_slots: "open=2026-12-06" });
    const decision = decide(situationOf(account, { checkIns: [next] }), portalOf(today));
    expect(decision.complaint).toMatch(/whenever/);
    expect(decision.checkIns.some((write) => write.properties.state)).toBe(false);
  });
});

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

describe("a check-in that nobody held", () => {
  const late = situationOf(managed, { checkIns: [{ id: "900", values: reminded }], tasks: new Map([["77", open]]) });

  test("is overdue after its grace, tells the manager once, and the next one is planned", () => {
    expect(decide(late, portalOf("2026-12-08")).becameOverdue).toBe(0); // two working days of grace
    const decision = decide(late, portalOf("2026-12-09"));
    expect(decision.becameOverdue).toBe(1);
    expect(decision.company?.properties.am_overdue_check_ins).toBe(1);
    expect(decision.tasks).toContainEqual(
      expect.objectContaining({
        do: "make",
        taskKey: `4242:${key}:escalation`,
        properties: expect.objectContaining({
          hubspot_owner_id: huda.id,
          hs_task_subject: "Overdue check-in: Najd Foods",
        }),
      }),
    );
    expect(decision.missing.keys).toEqual(["500:2027-01-03"]);
  });

  test("that is held after all completes both tasks", () => {
    const values = {
      ...reminded,
      state: "overdue" as const,
      escalation_state: "open" as const,
      escalation_task_id: "78",
    };
    const tasks = new Map([
      ["77", done("2026-12-10")],
      ["78", { ...open, id: "78" }],
    ]);
    const account = accountOf({ am_check_in_slots: "open=2026-12-06", am_overdue_check_ins: 1 });
    const decision = decide(situationOf(account, { checkIns: [{ id: "900", values }], tasks }), portalOf("2026-12-10"));
    expect(decision.tasks).toEqual([expect.objectContaining({ do: "complete", kind: "escalation", taskId: "78" })]);
    expect(decision.company?.properties.am_overdue_check_ins).toBe(0);
  });
});

test("companies that were merged keep one rhythm: the earliest check-in, under its old key", () => {
  const other = {
    id: "901",
    values: { ...checkInOf("2026-12-06").values, check_in_key: "600:2026-12-06", company_record_id: 600 },
  };
  const decision = decide(situationOf(managed, { checkIns: [next, other] }), portalOf(today));
  expect(decision.checkIns.filter((write) => write.properties.state)).toEqual([
    expect.objectContaining({
      id: "901",
      properties: expect.objectContaining({ state: "skipped", reminder_state: "withdrawn" }),
    }),
  ]);
});

describe("companies that were merged, each with a check-in of one slot", () => {
  const of = (changes: Partial<typeof next.values>, standing = next) =>
    decide(
      situationOf(managed, {
        checkIns: [
          standing,
          {
            id: "901",
            values: { ...standing.values, check_in_key: "600:2026-12-06", company_record_id: 600, ...changes },
          },
        ],
      }),
      portalOf(today),
    ).checkIns.filter((write) => write.properties.state === "skipped");

  test("keep what a person planned, though its key comes second", () => {
    expect(of({ planned_by: "person" })).toEqual([expect.objectContaining({ id: "900" })]);
  });

  test("keep one where both are overdue: nobody is asked twice for one conversation", () => {
    const late = { ...next, values: { ...next.values, state: "overdue" as const, reminder_state: "open" as const } };
    expect(of({}, late)).toEqual([expect.objectContaining({ id: "901" })]);
  });

  test("take back none of those that somebody else brought", () => {
    const imported = { ...next, values: { ...next.values, planned_by: null } };
    expect(of({ planned_by: "person" }, imported)).toEqual([]);
  });
});

test("one meeting is one check-in: neither the late one and the next, nor two of one day", () => {
  const portal = portalOf("2026-12-10");
  const counting = { ...portal, policy: { ...portal.policy, contactMade: "count" as const } };
  const late = checkInOf("2026-12-06", { state: "overdue" });
  const ahead = checkInOf("2026-12-13", { check_in_key: "500:2026-12-13" }, "901");
  const account = accountOf({ am_rhythm: "weekly", am_rhythm_rule: "sunday", am_check_in_slots: "open=2026-12-13" });
  const meetings = (...days: PlainDate[]) => ({ contactMade: days.map((on, index) => ({ id: `300${index}`, on })) });
  const held = (situation: Situation) =>
    decide(situation, counting).checkIns.flatMap(({ id, properties }) => (properties.state === "held" ? [id] : []));

  expect(held(situationOf(account, { checkIns: [late, ahead], ...meetings("2026-12-10", "2026-12-10") }))).toEqual([
    "900",
  ]);
  // The pass after: the one that was held is out of sight, the company says when it was.
  const after = accountOf({ ...account.properties, am_last_check_in: "2026-12-10" });
  expect(held(situationOf(after, { checkIns: [ahead], ...meetings("2026-12-10") }))).toEqual([]);
  const before = accountOf({ ...account.properties, am_last_check_in: "2026-12-09" });
  expect(held(situationOf(before, { checkIns: [ahead], ...meetings("2026-12-10") }))).toEqual(["901"]);
});

test("contact already made counts where the portal wants it so", () => {
  const portal = portalOf(today);
  const counting = { ...portal, policy: { ...portal.policy, contactMade: "count" as const } };
  const situation = situationOf(managed, { checkIns: [next], contactMade: [{ id: "3001", on: "2026-11-23" }] });
  expect(decide(situation, counting).checkIns).toContainEqual(
    expect.objectContaining({
      id: "900",
      properties: expect.objectContaining({ state: "held", held_on: "2026-11-23", counted_from: "3001" }),
    }),
  );
  expect(decide(situation, portal).checkIns.some((write) => write.properties.state)).toBe(false);
});
