import { describe, expect, test } from "@jest/globals";
import type { PlainDate } from "@keyline/domain";
import { decide } from "../../src/check-ins/decide.ts";
import type { Situation } from "../../src/check-ins/facts.ts";
import { key, managed, next, today } from "./first-sunday.ts";
import { accountOf, checkInOf, noura, portalOf, situationOf } from "./portal-of-test.ts";

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

describe("a series", () => {
  const portal = portalOf(today);
  const skips = (situation: Situation) =>
    decide(situation, portal).checkIns.flatMap(({ id, properties }) => (properties.state === "skipped" ? [id] : []));

  test("is not moved by what people plan besides: held ahead of time, it leaves the next slot where it was", () => {
    const own = checkInOf("2027-01-10", { planned_by: "person", state: "held", held_on: "2026-11-23" }, "901");
    const situation = situationOf(accountOf({ am_check_in_slots: "open=2027-01-10" }), { checkIns: [own] });
    expect(decide(situation, portal).missing.keys).toEqual([key]);
  });

  test("takes back none that came by an import, and takes one of them for the next", () => {
    const imported = checkInOf("2026-12-10", { planned_by: null }, "901");
    expect(skips(situationOf(managed, { checkIns: [next, imported] }))).toEqual([]);
    expect(decide(situationOf(accountOf(), { checkIns: [imported] }), portal).missing.keys).toEqual([]);
  });

  test("finds the check-in that waits for a slot, whatever stands before it", () => {
    const gone = checkInOf("2026-12-06", {
      state: "skipped",
      reminder_state: "withdrawn",
      check_in_key: "600:2026-12-06",
    });
    const situation = situationOf(managed, { checkIns: [gone, { ...next, id: "901" }] });
    expect(decide(situation, portal)).toMatchObject({ planned: 0, tasks: [] });
    expect(skips(situation)).toEqual([]);
  });

  test.each([
    ["paused", { am_paused_from: "2026-12-01", am_paused_until: "2026-12-20" }],
    ["another one", { am_rhythm_rule: "day 15" }],
  ] as const)("that is %s from now on leaves what somebody moved to a day of their own", (_, properties) => {
    const situation = (planned: PlainDate) => {
      const moved = checkInOf("2026-12-06", { planned_date: planned, due_date: planned });
      return situationOf(accountOf(properties), { checkIns: [moved] });
    };
    expect(["2026-12-06", "2026-12-10", "2026-12-22"].map((day) => skips(situation(day as PlainDate)))).toEqual([
      ["900"],
      [],
      [],
    ]);
  });

  test("with a slot that a person had planned and nobody managed for a while has it back as its own", () => {
    const back = checkInOf("2026-12-06", { state: "skipped", reminder_state: "withdrawn", planned_by: "person" });
    const [write] = decide(situationOf(managed, { checkIns: [back] }), portal).checkIns;
    expect(write?.properties).toMatchObject({ state: "planned", planned_by: "rhythm" });
  });

  test("keeps its anchor, whatever tightens it and whatever is held", () => {
    const renewing = {
      am_rhythm: "quarterly",
      am_notice_by: "2026-12-31",
      am_check_in_slots: "open=2026-12-06",
    } as const;
    const held = checkInOf("2026-12-06", { state: "held", held_on: "2026-12-02" });
    for (const am_renewal_outlook of ["open", "renewed"] as const) {
      const account = accountOf({ ...renewing, am_renewal_outlook });
      const { company } = decide(situationOf(account, { checkIns: [held] }), portalOf("2026-12-02"));
      expect(company?.properties).not.toHaveProperty("am_rhythm_anchor");
    }
  });
});

test("a date that a person chose is kept to the day, also where full days would be evened out", () => {
  const portal = { ...portalOf(today), policy: { ...portalOf(today).policy, perDay: 1 } };
  const moved = checkInOf("2026-12-06", { planned_date: "2026-12-10" });
  const [write] = decide(situationOf(managed, { checkIns: [moved] }), portal).checkIns;
  expect(write?.properties).toMatchObject({ due_date: "2026-12-10", remind_on: "2026-12-07" });
});
