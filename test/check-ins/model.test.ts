import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import {
  addDays,
  addWorkingDays,
  parseRhythm,
  slotAfter,
  slotOnOrAfter,
  toWorkingDay,
  type PlainDate,
  type RhythmName,
} from "@keyline/domain";
import * as fc from "fast-check";
import { accountOf, huda, noura, portalOf, tom } from "./portal-of-test.ts";
import { openWorld, type World } from "./world.ts";

const start: PlainDate = "2026-11-24";
const { calendar, policy } = portalOf(start);

/** Who should have which open task, said as shortly as it can be: the check-ins that wait, and what people answered. */
interface Model {
  rhythm: { name: RhythmName; rule: string | null } | null;
  ownerId: string;
  hasLeft: boolean;
  last: PlainDate | null;
  waits: Waits[];
}

interface Waits {
  slot: PlainDate;
  due: PlainDate;
  reminder: "none" | "out" | "deleted";
  escalation: "none" | "out" | "done";
  isOverdue: boolean;
}

function tick(model: Model, today: PlainDate): void {
  if (!model.rhythm) return void (model.waits = []);
  const rhythm = parseRhythm({ ...model.rhythm, anchor: start });
  for (const one of model.waits) {
    const isLate = today > addWorkingDays(one.due, policy.graceDays, calendar);
    if (one.reminder === "deleted" && !one.isOverdue && today > one.due) close(model, one.slot);
    else if (isLate) [one.isOverdue, model.last] = [true, later(model.last, one.slot)];
  }
  if (model.waits.every((one) => one.isOverdue)) {
    const slot = model.last === null ? slotOnOrAfter(rhythm, today) : slotAfter(rhythm, later(model.last, today));
    const due = slot && toWorkingDay(slot, calendar);
    if (slot && due) model.waits.push({ slot, due, reminder: "none", escalation: "none", isOverdue: false });
  }
  for (const one of model.waits) {
    const isTime = today >= addWorkingDays(one.due, -policy.leadDays.a, calendar);
    if (one.reminder === "none" && isTime) one.reminder = "out";
    if (one.escalation === "none" && one.isOverdue) one.escalation = "out";
  }
}

function expectedTasks(model: Model): string[] {
  const ownerId = model.hasLeft && model.ownerId === noura.id ? huda.id : model.ownerId;
  return model.waits
    .flatMap(({ slot, reminder, escalation }) => [
      ...(reminder === "out" ? [`4242:500:${slot}:reminder for ${ownerId}`] : []),
      ...(escalation === "out" ? [`4242:500:${slot}:escalation for ${huda.id}`] : []),
    ])
    .sort();
}

function close(model: Model, slot: PlainDate): void {
  model.waits = model.waits.filter((one) => one.slot !== slot);
  model.last = later(model.last, slot);
}

function later(one: PlainDate | null, other: PlainDate): PlainDate {
  return one !== null && one > other ? one : other;
}

/** One thing that happens; `pick` chooses among what is there. */
type Event =
  | { kind: "days"; days: number }
  | { kind: "complete" | "delete" | "log" | "skip"; pick: number }
  | { kind: "reschedule"; pick: number; days: number }
  | { kind: "owner"; ownerId: string }
  | { kind: "leaves" }
  | { kind: "bin" }
  | { kind: "crash"; after: number };

function happen(event: Event, world: World, model: Model): void {
  switch (event.kind) {
    case "days":
      for (let day = 0; day < event.days; day++) {
        world.today = addDays(world.today, 1);
        tick(model, world.today);
        world.pass();
      }
      return;
    case "complete":
    case "delete": {
      const reminders = world.openTasks().filter(({ key }) => key.endsWith("reminder"));
      const task = reminders[event.pick % reminders.length];
      if (!task) return;
      const slot = task.key.split(":")[2] as PlainDate;
      if (event.kind === "complete") {
        [task.isOpen, task.closedOn] = [false, world.today];
        close(model, slot);
      } else {
        task.isGone = true;
        for (const one of model.waits) if (one.slot === slot) one.reminder = "deleted";
      }
      return;
    }
    case "log":
    case "skip":
    case "reschedule": {
      const waiting = [...world.checkIns.values()].filter(
        ({ values }) => values.state === "planned" || values.state === "overdue",
      );
      const checkIn = waiting[event.pick % waiting.length];
      if (!checkIn) return;
      const { slot_date: slot, check_in_key: key } = checkIn.values;
      if (event.kind === "reschedule") {
        const to = toWorkingDay(addDays(world.today, event.days), calendar);
        world.checkIns.set(key, {
          ...checkIn,
          values: { ...checkIn.values, state: "planned", planned_date: to, due_date: to },
        });
        for (const one of model.waits.filter((each) => each.slot === slot)) {
          [one.due, one.isOverdue] = [to, false];
          if (one.escalation === "out") one.escalation = "done";
        }
        return;
      }
      const change =
        event.kind === "log"
          ? ({ state: "held", held_on: world.today } as const)
          : ({ state: "skipped", skip_reason: "They are away" } as const);
      world.checkIns.set(key, { ...checkIn, values: { ...checkIn.values, ...change } });
      close(model, slot);
      return;
    }
    case "owner":
      world.account = { ...world.account, ownerId: event.ownerId };
      model.ownerId = event.ownerId;
      return;
    case "leaves":
      world.left.add(noura.id);
      model.hasLeft = true;
      return;
    case "bin":
      world.account = { ...world.account, isArchived: true };
      model.rhythm = null;
      return;
    case "crash":
      world.pass(event.after);
      return;
  }
}

const events: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("days" as const), days: fc.integer({ min: 1, max: 25 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom("complete" as const, "delete" as const, "log" as const, "skip" as const),
      pick: fc.nat(5),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("reschedule" as const), pick: fc.nat(5), days: fc.nat(12) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("owner" as const), ownerId: fc.constantFrom(noura.id, tom.id) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("crash" as const), after: fc.nat(6) }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: "leaves" as const }, { kind: "bin" as const }) },
);

const rhythms = fc.constantFrom(
  { name: "weekly", rule: "sunday" } as const,
  { name: "every_2_weeks", rule: "wednesday" } as const,
  { name: "monthly", rule: "first sunday" } as const,
  { name: "monthly", rule: "day 31" } as const,
  { name: "own", rule: "every 10 days" } as const,
);

test("whatever people do, whatever crashes: everybody has the tasks they should have, and a pass done again does nothing", () => {
  fc.assert(
    fc.property(rhythms, fc.array(events, { minLength: 1, maxLength: 25 }), (rhythm, history) => {
      const account = accountOf({ am_rhythm: rhythm.name, am_rhythm_rule: rhythm.rule, am_rhythm_anchor: start });
      const world = openWorld(account, start);
      const model: Model = { rhythm, ownerId: noura.id, hasLeft: false, last: null, waits: [] };
      for (const event of history) {
        tick(model, world.today);
        world.pass();
        happen(event, world, model);
        tick(model, world.today);
        world.pass();
        const open = world.openTasks().map(({ key, ownerId }) => `${key} for ${ownerId}`);
        expect(open.sort()).toEqual(expectedTasks(model));
        expect(world.pass()).toBe(0);
      }
    }),
    { numRuns: 300 },
  );
});

test("a year of two hundred accounts takes less than ten seconds, and nobody is forgotten", () => {
  // In a process of its own: inside the test runner every global is looked up through its sandbox, three times slower.
  const script = join(import.meta.dirname, "simulate-year.ts");
  const { ms, held } = JSON.parse(
    execFileSync(process.execPath, ["--import", "tsx", script], { encoding: "utf8" }),
  ) as {
    ms: number;
    held: { perYear: number; isNeglected: boolean; count: number }[];
  };
  expect(ms).toBeLessThan(10_000);
  expect(held).toHaveLength(200);
  for (const { perYear, isNeglected, count } of held) {
    expect(count).toBeGreaterThanOrEqual(isNeglected ? 0 : perYear * 0.75);
    expect(count).toBeLessThanOrEqual(isNeglected ? 0 : perYear + 1);
  }
}, 120_000);
