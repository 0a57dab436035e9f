import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  cardRoutes,
  company,
  contact,
  scoreReasons,
  task,
  type CheckInsAnswer,
  type LogCheckIn,
  type StartManaging,
} from "@keyline/domain";
import { checkInActions as cardActions } from "../../src/check-ins/index.ts";
import type { Desk } from "../../src/desk/index.ts";
import { openStage, type Stage } from "./stage.ts";

let stage: Stage;
let desk: Desk;
let companyId: string;
beforeEach(async () => {
  stage = await openStage();
  const { hubspot } = stage;
  const caller = { userId: "1", userEmail: "noura@example.com", language: "en" as const };
  const portal = { portalId: "1", timeZone: "Asia/Riyadh", currency: "SAR" };
  desk = { ...stage.parts, ...portal, hubspot: hubspot.as("interactive"), caller };
  [companyId = ""] = await stage.companies(1, {});
});
afterEach(() => stage.close());

const intent = () => ({ idempotencyKey: crypto.randomUUID(), companyId });
const weekly = { name: "weekly", rule: "sunday", startsOn: "2026-11-22" } as const;

function start(changes: Partial<StartManaging> = {}) {
  return cardActions.startManaging(desk, {
    ...intent(),
    type: "key",
    tier: "a",
    rhythm: { name: "monthly", rule: "first sunday", startsOn: "2026-11-22" },
    leadManagerId: stage.people.tom,
    ...changes,
  });
}

const read = () => cardActions.checkIns(desk, { companyId, lang: "en" });

test("health is told with every part, tickets and kept check-ins too, and never “0 overdue”", async () => {
  const words = (en: string) => ({ en, ar: en });
  const part = (name: "check_ins" | "tickets" | "needs", points: number, reason: string) => {
    return { part: name, points, max: 10, reason: words(reason) };
  };
  const empty = { score: null, parts: [], missing: [] };
  const parts = [
    part("check_ins", 4, "50% of check-ins kept"),
    part("tickets", 3, "2 open tickets"),
    part("needs", 0, ""),
  ];
  const properties = {
    am_health_score: 62,
    am_health_band: "slipping" as const,
    am_unmet_high_risk_needs: 2,
    am_score_reasons: scoreReasons.write({
      priority: empty,
      selection: empty,
      healthByMonth: {},
      health: { score: 62, parts, missing: [] },
    }),
  };
  await stage.hubspot.records(company).update([{ id: companyId, properties }]);

  const { health } = await cardActions.summary(desk, { companyId, lang: "en" });

  expect(health?.reasons).toEqual([
    { part: "told", points: -6, says: "50% of check-ins kept" },
    { part: "told", points: -7, says: "2 open tickets" },
    { part: "needs", points: -10, unmetHighRisk: 2 },
  ]);
});
const seen = ({ next }: CheckInsAnswer) =>
  ({ checkInKey: next?.key ?? "", expected: { state: "planned", due: next?.due ?? "2026-01-01" } }) as const;
const log: Omit<LogCheckIn, "idempotencyKey" | "companyId" | "checkInKey" | "expected" | "heldOn"> = {
  attendeeIds: [],
  topics: ["Prices"],
  outcome: "good",
  progress: null,
  recommendations: [],
  promised: [],
  obstacles: null,
  notes: null,
  contactMadeId: null,
};

test("a company that is not managed is offered to be", async () => {
  const summary = await cardActions.summary(desk, { companyId, lang: "en" });
  expect(cardRoutes.summary.answer.parse(summary)).toMatchObject({
    isManaged: false,
    nextCheckIn: null,
    doNext: { kind: "nothing" },
    managing: { suggestedStart: "2026-11-23", suggestedLeadManagerId: stage.people.noura },
  });
});

test("starting to manage plans the first check-in at once", async () => {
  const { checkIns } = await start();
  expect(cardRoutes.checkIns.answer.parse(checkIns)).toMatchObject({
    rhythm: { name: "monthly", rule: "first sunday", startsOn: "2026-11-22" },
    leadManager: { id: stage.people.tom },
    next: {
      key: `${companyId}:2026-12-06`,
      due: "2026-12-06",
      remindOn: "2026-12-01",
      state: "planned",
      reminder: null,
    },
    overdue: [],
    history: [],
  });
});

test("starting twice is starting once; another rhythm there is a conflict", async () => {
  await start();
  await start();
  expect(await stage.checkIns()).toHaveLength(1);
  await expect(start({ rhythm: weekly })).rejects.toMatchObject({
    code: "conflict",
    found: { name: "monthly", rule: "first sunday", startsOn: "2026-11-22" },
  });
});

describe("planning one more", () => {
  test("makes a check-in of its own, once, with its own task", async () => {
    await start();
    const ask = () => cardActions.planCheckIn(desk, { ...intent(), on: "2026-11-25" });
    await ask();
    const again = await ask();
    expect(again).toMatchObject({
      outcome: "saved",
      checkIns: { next: { key: `${companyId}:2026-11-25`, reminder: { state: "open" } } },
    });
    expect((await stage.checkIns()).length).toBe(2);
    expect((await stage.tasks()).length).toBe(1);
  });

  test("on a day off saves nothing and offers the next working day", async () => {
    await start();
    expect(await cardActions.planCheckIn(desk, { ...intent(), on: "2026-11-27" })).toEqual({
      outcome: "day-off",
      asked: "2026-11-27",
      offered: "2026-11-29",
      holiday: null,
    });
  });

  test("that a crash kept from the company is found by the next pass", async () => {
    await start();
    const { make } = await import("../../src/check-ins/cards/touch-check-in.ts");
    const { newCheckIn } = await import("../../src/check-ins/draft.ts");
    await make(desk, { ...newCheckIn(companyId, "Company 1", "2026-11-25").values, planned_by: "person" }, companyId);

    await stage.plan();

    expect((await stage.tasks()).map(({ keyline_task_key: key }) => key)).toEqual([
      expect.stringContaining("2026-11-25:reminder"),
    ]);
  });
});

describe("logging", () => {
  test("completes the task and plans the next one", async () => {
    const { checkIns } = await start();
    await stage.goTo("2026-12-01T05:00:00Z");
    await stage.plan();
    const answer = await cardActions.logCheckIn(desk, { ...intent(), ...log, ...seen(checkIns), heldOn: "2026-12-01" });
    expect(cardRoutes.logCheckIn.answer.parse(answer)).toMatchObject({
      checkIns: {
        next: { key: `${companyId}:2027-01-03` },
        history: [{ key: `${companyId}:2026-12-06`, state: "held", heldOn: "2026-12-01", topics: ["Prices"] }],
      },
    });
    expect((await stage.tasks()).map(({ hs_task_status: status }) => status)).toEqual(["COMPLETED"]);
  });

  test("twice is once; something else meanwhile is a conflict that says what", async () => {
    const { checkIns } = await start();
    const asked = { ...log, ...seen(checkIns), heldOn: "2026-11-22" as const };
    await cardActions.logCheckIn(desk, { ...intent(), ...asked });
    await cardActions.logCheckIn(desk, { ...intent(), ...asked });
    await expect(cardActions.logCheckIn(desk, { ...intent(), ...asked, outcome: "poor" })).rejects.toMatchObject({
      code: "conflict",
      found: { state: "held", heldOn: "2026-11-22", outcome: "good" },
    });
    expect(await stage.checkIns()).toHaveLength(2);
  });

  test("one that nobody had planned leaves the series alone", async () => {
    await start();
    const asked = { ...intent(), ...log, checkInKey: null, expected: null, heldOn: "2026-11-22" as const };
    const answer = await cardActions.logCheckIn(desk, asked);
    expect(answer.checkIns).toMatchObject({
      next: { key: `${companyId}:2026-12-06` },
      history: [{ key: `${companyId}:2026-11-22`, state: "held" }],
    });
  });

  test("keeps what was promised until it is done", async () => {
    const { checkIns } = await start();
    const recommendations = [{ what: "Send the guide", who: "Tom", by: "2026-11-30" as const }];
    const first = await cardActions.logCheckIn(desk, {
      ...intent(),
      ...log,
      ...seen(checkIns),
      heldOn: "2026-11-22",
      recommendations,
    });
    const [promise] = first.checkIns.brief?.promised ?? [];
    expect(promise).toMatchObject({ what: "Send the guide", state: "open", checkInKey: `${companyId}:2026-12-06` });
    const { checkInKey, id } = promise ?? { checkInKey: "", id: "" };
    const after = await cardActions.markPromise(desk, { ...intent(), checkInKey, id, state: "done" });
    expect(after.checkIns.brief?.promised).toEqual([]);
  });

  test("says what was promised in one order: what can still be kept, the earliest first, then what was not done", async () => {
    const { checkIns } = await start();
    const by = (what: string, day: "2026-11-30" | "2026-12-03" | null) => ({ what, who: null, by: day });
    const asked = { ...log, ...seen(checkIns), heldOn: "2026-11-22" as const };
    const recommendations = [by("Whenever", null), by("Late", "2026-12-03"), by("Failed", "2026-11-30")];
    const first = await cardActions.logCheckIn(desk, {
      ...intent(),
      ...asked,
      recommendations: [...recommendations, by("Soon", "2026-11-30")],
    });
    const failed = first.checkIns.brief?.promised.find(({ what }) => what === "Failed");
    const { checkInKey, id } = failed ?? { checkInKey: "", id: "" };
    const after = await cardActions.markPromise(desk, { ...intent(), checkInKey, id, state: "not_done" });
    expect(after.checkIns.brief?.promised.map(({ what }) => what)).toEqual(["Soon", "Late", "Whenever", "Failed"]);
  });

  test("says of those who were there when they were last spoken with, unless a later day is known", async () => {
    const { checkIns } = await start();
    const { written } = await stage.hubspot
      .records(contact)
      .create([{ properties: {} }, { properties: { am_last_spoken_with: "2026-11-23" } }]);
    const attendeeIds = written.map(({ id }) => id);
    await cardActions.logCheckIn(desk, { ...intent(), ...log, ...seen(checkIns), heldOn: "2026-11-22", attendeeIds });
    const found = await stage.hubspot.records(contact).read(attendeeIds);
    expect(found.map(({ properties }) => properties.am_last_spoken_with).toSorted()).toEqual([
      "2026-11-22",
      "2026-11-23",
    ]);
  });

  test("in the future is refused at its field", async () => {
    const { checkIns } = await start();
    const asked = { ...intent(), ...log, ...seen(checkIns), heldOn: "2026-12-06" as const };
    await expect(cardActions.logCheckIn(desk, asked)).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "heldOn" }],
    });
  });
});

test("rescheduling moves the task with it and keeps the slot", async () => {
  const { checkIns } = await start();
  await stage.goTo("2026-12-01T05:00:00Z");
  await stage.plan();
  const answer = await cardActions.rescheduleCheckIn(desk, { ...intent(), ...seen(checkIns), to: "2026-12-10" });
  expect(answer).toMatchObject({
    outcome: "saved",
    checkIns: { next: { key: `${companyId}:2026-12-06`, due: "2026-12-10" } },
  });
  expect((await stage.tasks()).map(({ hs_timestamp: due }) => due)).toEqual(["2026-12-10T06:00:00Z"]);
});

test("skipping takes the task away and plans the next one", async () => {
  const { checkIns } = await start();
  await stage.goTo("2026-12-01T05:00:00Z");
  await stage.plan();
  const answer = await cardActions.skipCheckIn(desk, { ...intent(), ...seen(checkIns), reason: "They are away" });
  expect(answer.checkIns).toMatchObject({
    next: { key: `${companyId}:2027-01-03` },
    history: [{ state: "skipped", skipReason: "They are away" }],
  });
  expect(await stage.tasks()).toEqual([]);
});

test("another rhythm replaces the check-in; none ends the managing", async () => {
  await start();
  const change = { ...intent(), pausedFrom: null, pausedUntil: null, tier: "a", leadManagerId: null } as const;
  const expected = { name: "monthly", rule: "first sunday", startsOn: "2026-11-22" } as const;
  const { checkIns } = await cardActions.changeRhythm(desk, { ...change, rhythm: weekly, expected });
  expect(checkIns.next?.key).toBe(`${companyId}:2026-11-29`);
  expect(checkIns.later).toEqual([]);
  const ended = await cardActions.changeRhythm(desk, { ...change, rhythm: null, expected: weekly });
  expect(ended.checkIns).toMatchObject({ rhythm: null, next: null });
  await expect(cardActions.changeRhythm(desk, { ...change, rhythm: weekly, expected })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("a meeting that took place is offered as the check-in, and counts when the person says so", async () => {
  const { checkIns } = await start({ rhythm: weekly });
  const extra = {
    hs_timestamp: "2026-11-20T10:00:00Z",
    hs_meeting_start_time: "2026-11-20T10:00:00Z",
    hs_meeting_title: "Visit",
    hs_meeting_outcome: "COMPLETED",
  };
  const meeting = (await stage.hubspot.records("meetings").create([{ properties: {}, extra }])).written[0]?.id ?? "";
  await stage.hubspot.associations.create("meetings", company, [{ from: meeting, to: companyId }]);
  const haddad = (await stage.hubspot.records("contacts").create([{ properties: {}, extra: { firstname: "Haddad" } }]))
    .written[0]!.id;
  await stage.hubspot.associations.create("contacts", company, [{ from: haddad, to: companyId }]);
  await stage.hubspot.associations.create("meetings", "contacts", [{ from: meeting, to: haddad }]);

  const offered = await read();
  expect(offered.offeredContact).toEqual({
    id: meeting,
    kind: "meeting",
    title: "Visit",
    on: "2026-11-20",
    people: [{ id: haddad, name: "Haddad" }],
    checkInKey: checkIns.next?.key,
  });
  const summary = await cardActions.summary(desk, { companyId, lang: "en" });
  expect(summary.doNext).toMatchObject({ kind: "confirm-contact", contact: { people: [{ name: "Haddad" }] } });

  const asked = { ...intent(), ...seen(checkIns), contactMadeId: meeting, isCheckIn: true };
  const counted = await cardActions.confirmContact(desk, asked);
  expect(counted.checkIns).toMatchObject({ offeredContact: null, history: [{ heldOn: "2026-11-20" }] });
});

test("the summary says the one thing to do", async () => {
  await start();
  await stage.goTo("2026-12-09T05:00:00Z");
  await stage.plan();
  const summary = await cardActions.summary(desk, { companyId, lang: "en" });
  expect(cardRoutes.summary.answer.parse(summary)).toMatchObject({
    isManaged: true,
    doNext: { kind: "log-overdue", checkIn: { key: `${companyId}:2026-12-06`, state: "overdue" } },
    nextCheckIn: { key: `${companyId}:2027-01-03` },
  });
});

test("what HubSpot refuses is said to the person", async () => {
  const rule = { objectType: "p_check_in", when: { property: "state", value: "skipped" }, requires: "notes" };
  const { checkIns } = await start();
  await stage.control("PUT", "portal", { writeRules: [rule] });
  const asked = { ...intent(), ...seen(checkIns), reason: "They are away" };
  await expect(cardActions.skipCheckIn(desk, asked)).rejects.toMatchObject({ code: "refused" });
  expect(await stage.hubspot.records(task).count()).toBe(0);
});
