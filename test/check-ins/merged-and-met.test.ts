import { describe, expect, test } from "@jest/globals";
import type { PlainDate } from "@keyline/domain";
import { decide } from "../../src/check-ins/decide.ts";
import type { Situation } from "../../src/check-ins/facts.ts";
import { managed, next, today } from "./first-sunday.ts";
import { accountOf, checkInOf, portalOf, situationOf } from "./portal-of-test.ts";

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
  const late = { ...other, values: { ...other.values, slot_date: "2026-11-22" as const, state: "overdue" as const } };
  expect(decide(situationOf(managed, { checkIns: [next, late] }), portalOf(today)).checkIns).toContainEqual(
    expect.objectContaining({ id: "901", properties: expect.objectContaining({ company_record_id: 500 }) }),
  );
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

test("a meeting that somebody said was no check-in counts for none; one that may be two is the one that is planned first", () => {
  const portal = portalOf("2026-12-10");
  const counting = { ...portal, policy: { ...portal.policy, contactMade: "count" as const } };
  const account = accountOf({ am_rhythm: "weekly", am_rhythm_rule: "sunday" });
  const moved = { planned_date: "2026-12-20", due_date: "2026-12-20" } as const;
  const held = (notCounted: string | null) => {
    const checkIns = [
      checkInOf("2026-12-06", { ...moved, not_counted: notCounted }),
      checkInOf("2026-12-13", { check_in_key: "500:2026-12-13" }, "901"),
    ];
    const situation = situationOf(account, { checkIns, contactMade: [{ id: "3001", on: "2026-12-10" }] });
    return decide(situation, counting).checkIns.flatMap(({ id, properties }) => (properties.state ? [id] : []));
  };
  expect([held(null), held("3001")]).toEqual([["901"], []]);
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
