import * as fc from "fast-check";
import { addDays, toWorkingDay, type CheckIn, type RhythmName } from "@keyline/domain";
import type { Account, StoredCheckIn } from "../../src/check-ins/facts.ts";
import { calendarWith, dayPasses, rhythmOf, type History } from "./history.ts";
import { finish, mergedModel, type Expected, type Model } from "./model.ts";
import { mergeAccounts, planByHand } from "./world.ts";

/** One thing that happens. `at` chooses among what is there, `days` says how far away or which one. */
export interface Happening {
  what: What;
  at: number;
  days: number;
}

const rhythms: ([RhythmName, string] | null)[] = [
  ["weekly", "sunday"],
  ["every_2_weeks", "wednesday"],
  ["monthly", "first sunday"],
  ["monthly", "day 31"],
  ["own", "every 10 days"],
  null,
];

/** What people and clocks do, to the world and to what is expected of it. */
const happenings = {
  "days pass"(history, { days }) {
    for (let day = 0; day < days / 2; day++) dayPasses(history);
  },
  "a reminder is completed"(history, happening) {
    const found = openTask(history, happening, "reminder");
    if (!found) return;
    [found.task.isOpen, found.task.closedOn] = [false, history.world.today];
    finish(found.model, found.one, history.world.today);
  },
  "a reminder is deleted"(history, happening) {
    const found = openTask(history, happening, "reminder");
    if (found) [found.task.isGone, found.one.reminder] = [true, "over"];
  },
  "an escalation is answered"(history, happening) {
    const found = openTask(history, happening, "escalation");
    if (!found) return;
    found.task[happening.days % 2 ? "isGone" : "isOpen"] = happening.days % 2 === 1;
    found.one.escalation = "over";
  },
  "a notice is answered"({ world, models }, { days }) {
    const task = world.openTasks().find(({ key }) => key.endsWith("notice"));
    if (!task) return;
    task[days % 2 ? "isGone" : "isOpen"] = days % 2 === 1;
    for (const { told } of models.values()) if (told && task.key.includes(told.key)) told.isOut = false;
  },
  "a check-in is logged"(history, happening) {
    const found = waiting(history, happening);
    if (!found) return;
    write(history, found.checkIn, { state: "held", held_on: history.world.today });
    finish(found.model, found.one, history.world.today);
  },
  "a check-in is skipped"(history, happening) {
    const found = waiting(history, happening);
    if (!found) return;
    write(history, found.checkIn, { state: "skipped", skip_reason: happening.days % 2 ? "They are away" : null });
    finish(found.model, found.one);
  },
  "a check-in is moved"(history, happening) {
    const found = waiting(history, happening);
    if (!found) return;
    const to = toWorkingDay(addDays(history.world.today, happening.days), history.calendar);
    const again = found.checkIn.values.reminder_state === "deleted" ? { reminder_state: null } : {};
    write(history, found.checkIn, { state: "planned", planned_date: to, due_date: to, ...again });
    Object.assign(found.one, { planned: to, due: to, state: "ahead" });
    if (found.one.reminder === "over") found.one.reminder = "none";
  },
  "one more is planned"(history, happening) {
    const { model, account } = someAccount(history, happening);
    const on = toWorkingDay(addDays(history.world.today, happening.days), history.calendar);
    if (!rhythmOf(account) || !planByHand(history.world, account, on)) return;
    const key = `${account.id}:${on}`;
    const fresh = { key, slot: on, planned: on, due: on, byPerson: true, state: "ahead" } as const;
    model.checkIns.set(key, { ...fresh, reminder: "none", escalation: "none" });
  },
  "people meet"(history, happening) {
    const { model, account } = someAccount(history, happening);
    const { meetings, nextId, today } = history.world;
    meetings.set(account.id, [...(meetings.get(account.id) ?? []), { id: nextId(), on: today }]);
    if (history.counts) model.met.push(today);
  },
  "the owner changes"(history, happening) {
    change(history, happening, {}, { ownerId: happening.days % 2 ? "11" : "12" });
  },
  "somebody moves to another clock"({ zones }, { at, days }) {
    zones.set(
      ["11", "12", "13", "14"][at % 4] as string,
      ["Asia/Riyadh", "Europe/London", "Africa/Cairo"][days % 3] as string,
    );
  },
  "somebody leaves"({ left }, { days }) {
    left.add(["11", "12", "13"][days % 3] as string);
  },
  "the rhythm changes"(history, happening) {
    const [name, rule] = rhythms[happening.days % rhythms.length] ?? [null, null];
    change(history, happening, { am_rhythm: name, am_rhythm_rule: rule });
  },
  "the type is taken away or given"(history, happening) {
    const { account } = someAccount(history, happening);
    change(history, happening, { am_account_type: account.properties.am_account_type ? null : "key" });
  },
  "it is paused"(history, happening) {
    const from = addDays(history.world.today, happening.days - 5);
    change(history, happening, { am_paused_from: from, am_paused_until: addDays(from, 20) });
  },
  "the pause is lifted"(history, happening) {
    change(history, happening, { am_paused_from: null, am_paused_until: null });
  },
  "into the bin, or out of it"(history, happening) {
    change(history, happening, {}, { isArchived: !someAccount(history, happening).account.isArchived });
  },
  "nobody manages it for some days"(history, happening) {
    const { account } = someAccount(history, happening);
    const { am_account_type, am_rhythm, am_paused_from, am_paused_until } = account.properties;
    const { isArchived } = account;
    const ways = [
      { am_account_type: null },
      { am_rhythm: null },
      { am_paused_from: "2026-01-01" as const, am_paused_until: null },
    ];
    change(history, happening, ways[happening.days % 4] ?? {}, { isArchived: happening.days % 4 === 3 || isArchived });
    for (let day = 0; day <= happening.at; day++) dayPasses(history);
    change(history, happening, { am_account_type, am_rhythm, am_paused_from, am_paused_until }, { isArchived });
  },
  "two become one"({ world, models }, { days }) {
    const [one, two] = [...world.accounts.values()];
    if (!one || !two || one.isArchived || two.isArchived) return;
    const [primary, other] = days % 2 ? [one, two] : [two, one];
    const [first, second] = [models.get(primary.id) as Model, models.get(other.id) as Model];
    const hasSlots = primary.properties.am_check_in_slots !== null;
    const { id } = mergeAccounts(world, primary, other);
    models.clear();
    models.set(id, mergedModel(id, first, second, hasSlots));
  },
  "a notice date is set"(history, happening) {
    // Never the same date twice, and of one company: what was told of an earlier date is kept for one date only.
    const { account, model } = someAccount(history, happening);
    const by = addDays(history.world.today, happening.days * 5 - 20);
    if (account.id === "600" || (model.told && by <= model.told.date)) return;
    change(history, happening, { am_notice_by: by, am_renewal_outlook: null });
  },
  "the renewal is decided"(history, happening) {
    change(history, happening, { am_renewal_outlook: happening.days % 2 ? "renewed" : "lost" });
  },
  "holidays change"(history, { days }) {
    const first = addDays(history.world.today, days - 3);
    history.calendar = calendarWith([0, 1, 2].map((more) => addDays(first, more)));
  },
  "the planner dies"({ world }, { days }) {
    world.pass(days % 7);
  },
  "two planners pass at once"({ world }) {
    world.passTwiceAtOnce();
  },
} satisfies Record<string, (history: History, happening: Happening) => void>;
type What = keyof typeof happenings;

export function happen(history: History, happening: Happening): void {
  happenings[happening.what](history, happening);
}

/** What happens most: time passes, people answer. What breaks things together is not left to chance either. */
const often: readonly What[] = [
  ...Array<What>(5).fill("days pass"),
  "a reminder is completed",
  "a check-in is logged",
  "a check-in is moved",
  "one more is planned",
  "people meet",
  "people meet",
  "nobody manages it for some days",
  "a notice date is set",
  "the planner dies",
];
const every = Object.keys(happenings) as What[];

export const anyHappening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom(...often, ...every),
  at: fc.nat(5),
  days: fc.integer({ min: 1, max: 25 }),
});

function someAccount({ world, models }: History, { at }: Happening): { account: Account; model: Model } {
  const ids = [...models.keys()];
  const id = ids[at % ids.length] as string;
  return { account: world.accounts.get(id) as Account, model: models.get(id) as Model };
}

function change(
  history: History,
  happening: Happening,
  properties: Partial<Account["properties"]>,
  rest: Partial<Account> = {},
): void {
  const { account } = someAccount(history, happening);
  const changed = { ...account, ...rest, properties: { ...account.properties, ...properties } };
  history.world.accounts.set(account.id, changed);
}

function write({ world }: History, checkIn: StoredCheckIn, values: Partial<CheckIn>): void {
  world.checkIns.set(checkIn.values.check_in_key, { ...checkIn, values: { ...checkIn.values, ...values } });
}

function waiting(history: History, { at }: Happening) {
  const all = [...history.world.checkIns.values()].filter(({ values: { state } }) => /planned|overdue/.test(state));
  const checkIn = all[at % all.length];
  const expected = checkIn && expectedBy(history, checkIn.values.check_in_key);
  return expected ? { checkIn, ...expected } : null;
}

function openTask(history: History, { at }: Happening, kind: "reminder" | "escalation") {
  const all = history.world.openTasks().filter(({ key }) => key.endsWith(kind));
  const task = all[at % all.length];
  const expected = task && expectedBy(history, task.key.split(":").slice(1, 3).join(":"));
  return expected ? { task, ...expected } : null;
}

function expectedBy({ models }: History, key: string): { model: Model; one: Expected } | null {
  for (const model of models.values()) {
    const one = model.checkIns.get(key);
    if (one) return { model, one };
  }
  return null;
}
