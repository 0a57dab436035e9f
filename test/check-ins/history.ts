import {
  addDays,
  dateIn,
  parseRhythm,
  shippedHolidays,
  tighten,
  workingCalendar,
  type PlainDate,
  type Rhythm,
  type WorkingCalendar,
} from "@keyline/domain";
import type { Account, OwnerFacts } from "../../src/check-ins/facts.ts";
import { newModel, open, tick, type Model } from "./model.ts";
import { accountOf, owner, portalOf } from "./portal-of-test.ts";
import { openWorld, type World } from "./world.ts";

/** Noura and Tom report to Huda, Huda to Salma, each on another clock. Salma never leaves. */
const people: OwnerFacts[] = [
  owner("11", { name: "Noura", managerId: "13" }),
  owner("12", { name: "Tom", managerId: "13", timeZone: "Europe/London" }),
  owner("13", { name: "Huda", managerId: "14", timeZone: "America/New_York" }),
  owner("14", { name: "Salma", timeZone: "Africa/Cairo" }),
];

/** What the world and the models live through together. */
export interface History {
  world: World;
  /** By company. */
  models: Map<string, Model>;
  calendar: WorkingCalendar;
  /** Owners who no longer work here. */
  left: Set<string>;
  /** Meetings count by themselves. */
  counts: boolean;
}

/** Two accounts on the day before everything. Where clocks change, years end and leap days come, if they are given time. */
export function openHistory(start: PlainDate, counts: boolean): History {
  const weekly = { am_rhythm: "weekly", am_rhythm_rule: "sunday", am_rhythm_anchor: start } as const;
  const accounts = [
    accountOf(weekly, { id: "500", ownerId: "11" }),
    accountOf({ ...weekly, am_rhythm: "monthly", am_rhythm_rule: "day 31" }, { id: "600", ownerId: "12" }),
  ];
  const left = new Set<string>();
  const { policy } = portalOf(start);
  const history: History = {
    world: openWorld(accounts, start, (today) =>
      portalOf(today, {
        calendar: history.calendar,
        policy: { ...policy, contactMade: counts ? "count" : "offer" },
        owners: new Map(people.map((one) => [one.id, { ...one, isActive: !left.has(one.id) }])),
      }),
    ),
    models: new Map(accounts.map(({ id }) => [id, newModel(id)])),
    calendar: calendarWith([]),
    left,
    counts,
  };
  return history;
}

/** Riyadh's, with more days off. */
export function calendarWith(days: readonly PlainDate[]): WorkingCalendar {
  const closed = days.map((date) => ({ date, name: { en: "Closed", ar: "مغلق" } }));
  const week = ["sunday", "monday", "tuesday", "wednesday", "thursday"] as const;
  return workingCalendar(week, [...shippedHolidays.saudi_arabia, ...closed]);
}

export function dayPasses(history: History): void {
  history.world.today = addDays(history.world.today, 1);
  tickAll(history);
  history.world.pass();
}

/** Both come to rest: the planner writes nothing any more, after very few passes. */
export function settle(history: History): void {
  for (let passes = 1; passes <= 4; passes++) {
    tickAll(history);
    if (history.world.pass() === 0) return;
  }
  throw new Error("The planner does not come to rest");
}

function tickAll({ world, models, calendar, left }: History): void {
  const { leadDays, graceDays } = portalOf(world.today).policy;
  for (const model of models.values()) {
    const account = world.accounts.get(model.companyId) as Account;
    model.rhythm = rhythmOf(account);
    model.noticeBy = undecided(account);
    const bossId = inCharge(account, left).boss;
    tick(model, { today: world.today, calendar, leadDays: leadDays.a, graceDays, bossId });
  }
}

/** What people set, as the planner is to understand it. */
export function rhythmOf(account: Account): Rhythm | null {
  const { am_account_type: type, am_rhythm: name, ...rest } = account.properties;
  if (account.isArchived || !type || !name) return null;
  const rhythm = parseRhythm({
    name,
    rule: rest.am_rhythm_rule,
    anchor: rest.am_rhythm_anchor ?? "2026-01-01",
    pausedFrom: rest.am_paused_from,
    pausedUntil: rest.am_paused_until,
  });
  const noticeBy = undecided(account);
  return noticeBy ? tighten(rhythm, 2, { from: addDays(noticeBy, -90), until: noticeBy }) : rhythm;
}

function undecided({ properties: { am_notice_by: by, am_renewal_outlook: outlook } }: Account): PlainDate | null {
  return outlook === "renewed" || outlook === "lost" ? null : by;
}

/** Whoever stands nearest above an owner and still works here, the owner first; and who hears of what they miss. */
function inCharge({ ownerId }: Account, left: ReadonlySet<string>): { who: string; boss: string } {
  const bosses: Record<string, string> = { "11": "13", "12": "13", "13": "14" };
  const line: string[] = [];
  for (let id = ownerId ?? undefined; id; id = bosses[id]) if (!left.has(id)) line.push(id);
  return { who: line[0] ?? "", boss: line[1] ?? line[0] ?? "" };
}

/** `key for owner`, of a reminder with its day and time on the owner's wall. */
export function tasksThatAre({ world }: History): string[] {
  const text = (key: string, ownerId: string, at: string) =>
    key.endsWith("reminder") ? `${key} for ${ownerId} due ${wallClock(at, ownerId)}` : `${key} for ${ownerId}`;
  return world
    .openTasks()
    .map(({ key, ownerId, at }) => text(key, ownerId, at))
    .sort();
}

export function tasksThatShouldBe({ world, models, left }: History): string[] {
  const tasks = [...models.values()].flatMap((model) => {
    const { who, boss } = inCharge(world.accounts.get(model.companyId) as Account, left);
    return [
      ...open(model).flatMap(({ key, due, reminder, escalation }) => [
        ...(reminder === "out" ? [`4242:${key}:reminder for ${who} due ${due} 09:00`] : []),
        ...(escalation === "out" ? [`4242:${key}:escalation for ${boss}`] : []),
      ]),
      ...(model.told?.isOut ? [`4242:${model.told.key}:notice for ${model.told.ownerId}`] : []),
    ];
  });
  return tasks.sort();
}

const clocks = new Map(
  people.map(({ id, timeZone }) => {
    const timeOnly = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
    return [id, new Intl.DateTimeFormat("en-GB", { ...timeOnly, timeZone: timeZone ?? "Asia/Riyadh" })];
  }),
);

function wallClock(at: string, ownerId: string): string {
  const zone = people.find(({ id }) => id === ownerId)?.timeZone ?? "Asia/Riyadh";
  return `${dateIn(zone, new Date(at))} ${clocks.get(ownerId)?.format(new Date(at))}`;
}
