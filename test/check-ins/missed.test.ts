import { describe, expect, test } from "@jest/globals";
import { decide } from "../../src/check-ins/decide.ts";
import type { Account, TaskStanding } from "../../src/check-ins/facts.ts";
import { done, key, managed, next, open, reminded } from "./first-sunday.ts";
import { accountOf, checkInOf, huda, noura, portalOf, situationOf, tom } from "./portal-of-test.ts";

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

describe("an escalation", () => {
  const overdue = checkInOf("2026-12-06", {
    ...reminded,
    state: "overdue",
    escalation_state: "open",
    escalation_task_id: "78",
  });
  const account = accountOf({ am_check_in_slots: "open=2026-12-06" });
  const on = (
    escalation: TaskStanding | null,
    changes: Partial<Account> = {},
    portal = portalOf("2026-12-10"),
    checkIn = overdue,
  ) =>
    decide(
      situationOf(
        { ...account, ...changes },
        {
          checkIns: [checkIn],
          tasks: new Map([
            ["77", open],
            ["78", escalation],
          ]),
        },
      ),
      portal,
    );

  test.each([
    ["completed", { ...done("2026-12-10"), id: "78" }],
    ["deleted", null],
  ] as const)("that the manager %s is an answer: no other one, also when the lead changes", (state, standing) => {
    const decision = on(standing, { ownerId: tom.id });
    expect(decision.checkIns[0]?.properties.escalation_state).toBe(state);
    expect(decision.tasks.filter(({ kind }) => kind === "escalation")).toEqual([]);
  });

  test("names the new lead when the account changes hands, and is left alone while nothing changes", () => {
    const [write] = on({ ...open, id: "78" }).checkIns;
    const said = { id: "900", values: { ...overdue.values, ...write?.properties } };
    const after = (ownerId: string) =>
      on({ ...open, id: "78" }, { ownerId }, portalOf("2026-12-10"), said).tasks.filter(
        ({ kind }) => kind === "escalation",
      );
    expect(after(noura.id)).toEqual([]);
    expect(after(tom.id)).toEqual([
      expect.objectContaining({
        do: "mend",
        taskId: "78",
        properties: expect.objectContaining({ hs_task_body: expect.stringContaining("Responsible: Tom") }),
      }),
    ]);
  });

  test("of a lead without a manager is the lead's own, unless the portal names somebody", () => {
    const late = situationOf({ ...managed, ownerId: huda.id }, { checkIns: [{ id: "900", values: next.values }] });
    const portal = portalOf("2026-12-10");
    const named = { ...portal, policy: { ...portal.policy, fallbackOwnerId: tom.id } };
    const goesTo = (one: typeof portal) =>
      decide(late, one).tasks.find(({ kind }) => kind === "escalation")?.properties["hubspot_owner_id"];
    expect([goesTo(portal), goesTo(named)]).toEqual([huda.id, tom.id]);
  });

  test("is none where the portal wants none; the check-in is overdue all the same, and the company points to it", () => {
    const portal = portalOf("2026-12-10");
    const quiet = { ...portal, policy: { ...portal.policy, escalates: false } };
    const late = situationOf(managed, { checkIns: [{ id: "900", values: reminded }], tasks: new Map([["77", open]]) });
    const decision = decide({ ...late, absentKeys: new Set(["500:2027-01-03"]) }, quiet);
    expect(decision.tasks.filter(({ kind }) => kind === "escalation")).toEqual([]);
    expect(decision.company?.properties).toMatchObject({
      am_overdue_check_ins: 1,
      am_check_in_slots: "last=2026-12-06 open=2026-12-06,2027-01-03",
    });
  });
});
