import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { company, task, type AccountProperties, type PlainDate } from "@keyline/domain";
import { decide } from "../../src/check-ins/decide.ts";
import type { NoticeTask, PortalFacts } from "../../src/check-ins/facts.ts";
import { accountOf, huda, noura, owner, portalOf, situationOf } from "./portal-of-test.ts";
import { openStage, type Stage } from "./stage.ts";

const today: PlainDate = "2026-11-24"; // a Tuesday
const key = "4242:500:2026-11-20:notice";
const passed = { am_notice_by: "2026-11-20", am_renewal_outlook: "at_risk", am_renewal_value: 480_000 } as const;

describe("deciding", () => {
  const decided = (
    properties: Partial<AccountProperties>,
    { task: standing, ...changes }: { task?: NoticeTask | null } & Partial<PortalFacts> = {},
  ) => {
    const noticeTasks = new Map(standing === undefined ? [] : [[key, standing]]);
    const account = accountOf({ ...passed, ...properties });
    const absentKeys = new Set(["500:2026-12-06"]);
    const {
      notices,
      company: write,
      missing,
    } = decide(situationOf(account, { noticeTasks, absentKeys }), portalOf(today, changes));
    return { notices, says: write?.properties.am_notice_escalation, asks: missing.taskKeys };
  };
  const nothing = { notices: [], says: undefined, asks: [] };
  const open = { id: "77", isCompleted: false };
  const complete = [{ do: "complete", companyId: "500", taskId: "77" }];

  test("a date that passed undecided is told to the lead's manager, due on the next working day", () => {
    const { notices, says } = decided({});
    expect(says).toBe("2026-11-20 open");
    expect(notices).toEqual([
      {
        do: "make",
        companyId: "500",
        taskKey: key,
        planned: "2026-11-20 planned",
        properties: expect.objectContaining({
          hubspot_owner_id: huda.id,
          hs_task_subject: "Renewal undecided: Najd Foods",
          hs_timestamp: "2026-11-25T06:00:00.000Z",
          hs_task_body: expect.stringMatching(
            /notice date of Fri 20 Nov passed.*Outlook: At risk\. Renewal value: SAR\s480,000\. Responsible: Noura/,
          ),
        }),
      },
    ]);
  });

  test("in the manager's language, in the manager's clock, over a weekend", () => {
    const manager = owner(huda.id, { name: "هدى", language: "ar", timeZone: "Asia/Dubai" });
    const owners = new Map([noura, manager].map((one) => [one.id, one]));
    const { notices } = decided({}, { owners, today: "2026-11-26" }); // a Thursday
    expect(notices[0]).toMatchObject({
      properties: {
        hs_task_subject: "تجديد بلا قرار: Najd Foods",
        hs_timestamp: "2026-11-29T05:00:00.000Z",
        hs_task_body: expect.stringMatching(/^<div dir="rtl">.*انقضى موعد الإشعار.*التوقع: مهدَّد/),
      },
    });
  });

  test.each<[string, Partial<AccountProperties>, Partial<PortalFacts>]>([
    ["on the day itself", { am_notice_by: today }, {}],
    ["without a date", { am_notice_by: null }, {}],
    ["once renewed", { am_renewal_outlook: "renewed" }, {}],
    ["once lost", { am_renewal_outlook: "lost" }, {}],
    ["for an account that is not managed", { am_account_type: null }, {}],
    ["where escalation is off", {}, { policy: { ...portalOf(today).policy, escalates: false } }],
    ["where tasks have no key", {}, { canUseTaskKey: false }],
    ["after it was done with", { am_notice_escalation: "2026-11-20 done" }, {}],
  ])("nobody is told %s, and nothing is looked up", (_, properties, changes) => {
    expect(decided(properties, changes)).toEqual(nothing);
  });

  test("an open one is looked up by its key before anything is said", () => {
    expect(decided({ am_notice_escalation: "2026-11-20 open" })).toEqual({ ...nothing, asks: [key] });
    expect(decided({ am_notice_escalation: "2026-11-20 open" }, { task: open })).toEqual(nothing);
  });

  test.each<Partial<AccountProperties>>([
    { am_renewal_outlook: "renewed" },
    { am_renewal_outlook: "lost" },
    { am_notice_by: "2027-11-20" },
    { am_notice_by: "2026-11-22" },
    { am_notice_by: null },
    { am_account_type: null },
  ])("%j completes it", (properties) => {
    for (const state of ["planned", "open"]) {
      const answer = decided({ ...properties, am_notice_escalation: `2026-11-20 ${state}` }, { task: open });
      expect(answer).toEqual({ notices: complete, says: "2026-11-20 done", asks: [] });
    }
  });

  test("completed or deleted by hand is an answer", () => {
    for (const standing of [{ id: "77", isCompleted: true }, null]) {
      const answer = decided({ am_notice_escalation: "2026-11-20 open" }, { task: standing });
      expect(answer).toEqual({ notices: [], says: "2026-11-20 done", asks: [] });
    }
  });

  test("completed by hand after a crash, before the company said that it is open, is one too", () => {
    const answer = decided({ am_notice_escalation: "2026-11-20 planned" }, { task: { id: "77", isCompleted: true } });
    expect(answer).toEqual({ notices: [], says: "2026-11-20 done", asks: [] });
  });

  test("one of a company that was merged away is found by its old key, and completed when it is decided", () => {
    const says = { ...passed, am_notice_escalation: "2026-11-20 open" };
    const account = accountOf({ ...says, am_renewal_outlook: "renewed" }, { id: "700", mergedIds: ["500", "600"] });
    const keys = ["700", "500", "600"].map((id) => `4242:${id}:2026-11-20:notice`);
    const decision = (noticeTasks: Map<string, NoticeTask | null>) =>
      decide(situationOf(account, { noticeTasks, absentKeys: new Set(["700:2026-12-06"]) }), portalOf(today));
    expect(decision(new Map()).missing.taskKeys).toEqual(keys);
    const found = new Map(keys.map((one, index) => [one, index === 1 ? open : null]));
    expect(decision(found).notices).toEqual([{ do: "complete", companyId: "700", taskId: "77" }]);
  });

  test("one that was planned is made after a crash, whether its task was there or not", () => {
    for (const standing of [null, open]) {
      const { notices, says } = decided({ am_notice_escalation: "2026-11-20 planned" }, { task: standing });
      expect([notices[0]?.do, says]).toEqual(["make", "2026-11-20 open"]);
    }
  });

  test("a new date that passed is told after the old one is closed", () => {
    const { says } = decided({ am_notice_escalation: "2025-11-20 done" });
    expect(says).toBe("2026-11-20 open");
  });
});

describe("a whole pass", () => {
  const monthly = {
    am_account_type: "key",
    am_tier: "a",
    am_rhythm: "monthly",
    am_rhythm_rule: "first sunday",
  } as const;
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.close());

  const change = (id: string, properties: Partial<AccountProperties>) =>
    stage.hubspot.records(company).update([{ id, properties }]);
  const says = async (id: string) =>
    (await stage.hubspot.records(company).readOne(id))?.properties.am_notice_escalation;
  const notices = async () => (await stage.tasks()).filter(({ keyline_task_key: one }) => one?.endsWith(":notice"));

  test("tells the manager once, and completes the task when the outlook decides", async () => {
    const [id = ""] = await stage.companies(1, { ...monthly, ...passed });
    expect(await stage.plan()).toMatchObject({ escalations: 1, refused: [] });
    expect(await stage.plan()).toMatchObject({ escalations: 0, refused: [] });
    await Promise.all([stage.plan(), stage.planFew([id])]);

    const [made, ...others] = await notices();
    expect(others).toEqual([]);
    expect(made).toMatchObject({
      keyline_task_key: expect.stringMatching(`^\\d+:${id}:2026-11-20:notice$`),
      hubspot_owner_id: stage.people.huda,
      hs_task_status: "NOT_STARTED",
    });
    const companies = await stage.hubspot.associations.read(task, company, [made?.["id"] ?? ""]);
    expect([...companies.values()].flat().map((one) => one.id)).toEqual([id]);

    await change(id, { am_renewal_outlook: "renewed" });
    await stage.plan();
    expect(await notices()).toMatchObject([{ id: made?.["id"], hs_task_status: "COMPLETED" }]);
    await change(id, { am_renewal_outlook: "open" });
    expect(await stage.plan()).toMatchObject({ escalations: 0 });
    expect(await notices()).toHaveLength(1);
  });

  test("a crash before the company said so leaves one task, also when it was decided meanwhile", async () => {
    const [undecided = "", renewed = ""] = await stage.companies(2, { ...monthly, ...passed });
    await stage.plan();
    // As a pass leaves it that died between the task and the company.
    for (const id of [undecided, renewed]) await change(id, { am_notice_escalation: "2026-11-20 planned" });
    await change(renewed, { am_renewal_outlook: "renewed" });

    await stage.plan();

    const of = async (id: string) =>
      (await notices())
        .filter(({ keyline_task_key: one }) => one?.includes(`:${id}:`))
        .map((one) => one["hs_task_status"]);
    expect([await of(undecided), await says(undecided)]).toEqual([["NOT_STARTED"], "2026-11-20 open"]);
    expect([await of(renewed), await says(renewed)]).toEqual([["COMPLETED"], "2026-11-20 done"]);
  });

  test("a task that was deleted is not made again, by any pass", async () => {
    const [id = ""] = await stage.companies(1, { ...monthly, ...passed });
    await stage.plan();
    await stage.hubspot.records(task).archive((await notices()).map((one) => one["id"] ?? ""));

    await stage.plan();
    await stage.plan();

    expect(await notices()).toEqual([]);
    expect(await says(id)).toBe("2026-11-20 done");
  });

  test("a search that does not know yet that it was decided makes none", async () => {
    const [id = ""] = await stage.companies(1, { ...monthly, ...passed, am_notice_by: "2026-11-22" });
    await stage.plan();
    await stage.goTo("2026-11-23T06:00:00Z");
    await stage.control("PUT", "portal", { searchLagMs: 60_000 });
    await change(id, { am_renewal_outlook: "renewed" });

    expect(await stage.plan()).toMatchObject({ companies: 1, escalations: 0 });

    expect(await says(id)).toBeNull();
  });

  test("what HubSpot refuses is said, and done by a later pass", async () => {
    const [id = ""] = await stage.companies(1, { ...monthly, ...passed });
    const rule = {
      objectType: "tasks",
      when: { property: "hs_task_priority", value: "HIGH" },
      requires: "hs_task_reminders",
    };
    await stage.control("PUT", "portal", { writeRules: [rule] });
    expect((await stage.plan()).refused).toMatchObject([{ companyId: id, what: "notice" }]);
    expect(await says(id)).toBe("2026-11-20 planned");
    await stage.control("PUT", "portal", { writeRules: [] });

    expect(await stage.plan()).toMatchObject({ escalations: 1, refused: [] });
    expect([(await notices()).length, await says(id)]).toEqual([1, "2026-11-20 open"]);
  });

  test("faults of every kind end in one task each", async () => {
    await stage.companies(40, { ...monthly, ...passed });
    await stage.control("PUT", "faults", { seed: 3, rate500: 0.1, rate502: 0.1, resets: 0.1, lostReplies: 0.2 });
    for (let attempt = 0; attempt < 6; attempt++) await stage.plan().catch(() => null);
    await stage.control("PUT", "faults", {});
    await stage.plan();

    expect(await stage.plan()).toMatchObject({ escalations: 0, refused: [] });
    const keys = (await notices()).map((one) => one["keyline_task_key"]);
    expect([keys.length, new Set(keys).size]).toEqual([40, 40]);
  });

  test("accounts without a passed date cost no call more", async () => {
    await stage.companies(20, { ...monthly, am_notice_by: "2027-11-20" });
    await stage.plan();
    const { calls } = await stage.plan();
    const [first = ""] = await stage.companies(1, monthly);
    await stage.planFew([first]);
    expect((await stage.plan()).calls).toBe(calls);
    expect(await notices()).toEqual([]);
  });
});
