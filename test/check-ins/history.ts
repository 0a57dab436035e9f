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

/** Noura and Tom report to Huda, Huda to Salma, who never leaves. */
const people: OwnerFacts[] = [
  owner("11", { name: "Noura", managerId: "13" }),
  owner("12", { name: "Tom", managerId: "13" }),
  owner("13", { name: "Huda", managerId: "14" }),
  owner("14", { name: "Salma" }),
];

/** What the world and the models live through together. */
export interface History {
  world: World;
  /** By company. */
  models: Map<string, Model>;
  calendar: WorkingCalendar;
  /** Owners who no longer work here. */
  left: Set<string>;
  /** Whose clock is not the portal's. */
  zones: Map<string, string>;
  /** Meetings count by themselves. */
  counts: boolean;
}

/** Two accounts on the day before everything. Where clocks change, years end and leap days come, if they are given time. */
export function openHistory(start: PlainDate, counts: boolean): History {
  const weekly = { am_rhythm: "weekly", am_rhythm_rule: "sunday", am_rhythm_anchor: start } as const;
  const accounts = [
    accountOf(weekly, { id: "500", ownerId: "11" }),
    accountOf({ ...weekly, am_rhythm: "every_2_weeks" }, { id: "600", ownerId: "12" }),
  ];
  const left = new Set<string>();
  const zones = new Map<string, string>();
  const { policy } = portalOf(start);
  const history: History = {
    world: openWorld(accounts, start, (today) =>
      portalOf(today, {
        calendar: history.calendar,
        policy: { ...policy, contactMade: counts ? "count" : "offer" },
        owners: new Map(people.map((one) => [one.id, nowadays(one, { left, zones })])),
      }),
    ),
    models: new Map(accounts.map(({ id }) => [id, newModel(id)])),
    calendar: calendarWith([]),
    left,
    zones,
    counts,
  };
  return history;
}

function nowadays(one: OwnerFacts, { left, zones }: Pick<History, "left" | "zones">): OwnerFacts {
  return { ...one, isActive: !left.has(one.id), timeZone: zones.get(one.id) ?? null };
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

/** What waits and for whom, and every open task; of a reminder the day and the time on its owner's wall. */
export function whatIs({ world, zones }: History): string[] {
  const waiting = [...world.checkIns.values()].flatMap(({ values }) => {
    const { check_in_key: key, state, due_date: due, hubspot_owner_id: ownerId } = values;
    return state === "planned" || state === "overdue" ? [`4242:${key} ${state} of ${ownerId} due ${due}`] : [];
  });
  const tasks = world.openTasks().map(({ key, ownerId, at }) => {
    return key.endsWith("reminder")
      ? `${key} of ${ownerId} due ${onTheWall(at, zones.get(ownerId))}`
      : `${key} of ${ownerId}`;
  });
  return [...waiting, ...tasks].sort();
}

export function whatShouldBe({ world, models, left }: History): string[] {
  const lines = [...models.values()].flatMap((model) => {
    const { who, boss } = inCharge(world.accounts.get(model.companyId) as Account, left);
    return [
      ...open(model).flatMap(({ key, state, due, reminder, escalation }) => [
        `4242:${key} ${state === "late" ? "overdue" : "planned"} of ${who} due ${due}`,
        ...(reminder === "out" ? [`4242:${key}:reminder of ${who} due ${due} 09:00`] : []),
        ...(escalation === "out" ? [`4242:${key}:escalation of ${boss}`] : []),
      ]),
      ...(model.told?.isOut ? [`4242:${model.told.key}:notice of ${model.told.ownerId}`] : []),
    ];
  });
  return lines.sort();
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function onTheWall(at: string, zone = "Asia/Riyadh"): string {
  const timeOnly = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone } as const;
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat("en-GB", timeOnly);
  clocks.set(zone, clock);
  return `${dateIn(zone, new Date(at))} ${clock.format(new Date(at))}`;
}
