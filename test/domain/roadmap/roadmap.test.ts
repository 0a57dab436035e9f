import { describe, expect, test } from "@jest/globals";
import {
  byThreat,
  countObjectives,
  countServing,
  inRoadmapOrder,
  isLateObjective,
  moved,
  movesOf,
  progressOf,
  type ObjectiveKind,
  type ObjectiveStatus,
  type PlainDate,
} from "@keyline/domain";

const today = "2026-11-24";
const one = (
  name: string,
  status: ObjectiveStatus,
  dueOn: PlainDate | null,
  more: { doneOn?: PlainDate; kind?: ObjectiveKind; needKey?: string } = {},
) => ({ name, status, dueOn, doneOn: null, kind: "initiative" as const, needKey: null, ...more });

describe("progress", () => {
  const measured = { status: "in_progress", typed: null, start: 40, now: 55, target: 80 } as const;

  test.each([
    ["half the way", measured, 38],
    ["without a start, from nothing", { ...measured, start: null, now: 20 }, 25],
    ["a number that must fall", { ...measured, start: 12, now: 6, target: 0 }, 50],
    ["behind the start is nothing", { ...measured, now: 20 }, 0],
    ["past the target is all", { ...measured, now: 99 }, 100],
    ["nothing measured: what a person typed", { ...measured, now: null, typed: 30 }, 30],
    ["nothing known", { ...measured, now: null }, null],
    ["a target where it began says nothing", { ...measured, start: 80, typed: 10 }, 10],
    ["done is all, whatever was measured", { ...measured, status: "done" as const }, 100],
  ])("%s", (_, given, percent) => {
    expect(progressOf(given)).toBe(percent);
  });
});

describe("the roadmap", () => {
  test("late first, then by date, without date, over", () => {
    const all = [
      one("later", "planned", "2026-12-20"),
      one("no date", "planned", null),
      one("done early", "done", "2026-11-01", { doneOn: "2026-03-01" }),
      one("done late", "done", "2026-10-01", { doneOn: "2026-11-05" }),
      one("late", "on_hold", "2026-11-23"),
      one("today", "in_progress", "2026-11-24"),
      one("latest", "in_progress", "2026-09-01"),
    ];
    expect(inRoadmapOrder(all, today).map(({ name }) => name)).toEqual([
      "latest",
      "late",
      "today",
      "later",
      "no date",
      "done late",
      "done early",
    ]);
  });

  test("what is done or dropped is never late", () => {
    expect(isLateObjective(one("x", "done", "2026-01-01"), today)).toBe(false);
    expect(isLateObjective(one("x", "dropped", "2026-01-01"), today)).toBe(false);
  });

  test("counts leave obstacles out", () => {
    const all = [
      one("open", "planned", "2026-12-20"),
      one("late", "planned", "2026-11-20"),
      one("done", "done", "2026-11-20"),
      one("obstacle", "planned", "2026-11-20", { kind: "obstacle" }),
    ];
    expect(countObjectives(all, today)).toEqual({ open: 2, late: 1 });
  });

  test("a need is served by what is on the roadmap, open or done", () => {
    const all = [
      one("open", "planned", null, { needKey: "n" }),
      one("done", "done", null, { needKey: "n" }),
      one("dropped", "dropped", null, { needKey: "n" }),
      one("obstacle", "planned", null, { needKey: "n", kind: "obstacle" }),
      one("another need", "planned", null, { needKey: "m" }),
    ];
    expect(countServing(all, "n")).toBe(2);
  });
});

describe("one click", () => {
  test.each([
    ["planned", "2026-12-01", ["start", "done", "slip", "hold", "drop"]],
    ["in_progress", null, ["done", "hold", "drop"]],
    ["on_hold", "2026-12-01", ["start", "done", "slip", "drop"]],
    ["done", "2026-12-01", ["reopen"]],
    ["dropped", null, ["reopen"]],
  ] as const)("%s, due %s: %j", (status, dueOn, moves) => {
    expect(movesOf({ status, dueOn })).toEqual(moves);
  });

  const planned = { status: "planned", dueOn: "2026-11-20", doneOn: null } as const;

  test("done keeps its day, reopened forgets it", () => {
    const done = moved(planned, "done", today);
    expect(done).toEqual({ status: "done", dueOn: "2026-11-20", doneOn: today });
    expect(moved(done, "done", "2026-12-01").doneOn).toBe(today);
    expect(moved(done, "reopen", today)).toEqual({ status: "in_progress", dueOn: "2026-11-20", doneOn: null });
  });

  test("a week later than its date; from today where that has passed too", () => {
    expect(moved(planned, "slip", today).dueOn).toBe("2026-11-27");
    expect(moved({ ...planned, dueOn: "2026-09-01" }, "slip", today).dueOn).toBe("2026-12-01");
  });
});

describe("what stands in the way", () => {
  test("the gravest first, of equals the one without an answer, those behind us last", () => {
    const threat = (name: string, likelihood: "high" | "medium" | "low" | null, impact: "high" | "low", answer = "") =>
      ({ name, status: "planned", likelihood, impact, answer }) as const;
    const all = [
      { ...threat("over", "high", "high"), status: "done" as const },
      threat("small", "low", "low"),
      threat("answered", "high", "high", "Two suppliers"),
      threat("unanswered", "high", "high", " "),
      threat("not judged", null, "high"),
    ];
    expect(byThreat(all).map(({ name }) => name)).toEqual(["unanswered", "answered", "not judged", "small", "over"]);
  });
});
