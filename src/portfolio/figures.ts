import {
  addDays,
  nextPeriod,
  percentOf,
  periodOf,
  tiers,
  weekdays,
  weekStart,
  workloads,
  type ManagerLoad,
  type Person,
  type PlainDate,
  type PortfolioCharts,
  type Settings,
  type Tier,
  type Weekday,
} from "@keyline/domain";
import type { Account } from "./account.ts";
import type { OverdueDates } from "./book.ts";

const managersInChart = 10;
const weeksInChart = 8;

export interface GoalFigures {
  toDateMinor: number;
  goalMinor: number;
  withoutGoal: number;
}

/** Revenue against goal of the accounts that have one: others would make the goal look nearer than it is. */
export function againstGoal(accounts: readonly Account[]): GoalFigures {
  const withGoal = accounts.filter(hasGoal);
  return {
    toDateMinor: sum(withGoal, ({ toDateMinor }) => toDateMinor ?? 0),
    goalMinor: sum(withGoal, ({ goalMinor }) => goalMinor ?? 0),
    withoutGoal: accounts.length - withGoal.length,
  };
}

export function attainmentByManager(
  accounts: readonly Account[],
  personOf: (id: string) => Person,
): PortfolioCharts["attainmentByManager"] {
  return [...byLead(accounts)]
    .flatMap(([id, theirs]) => {
      const { toDateMinor, goalMinor, withoutGoal } = againstGoal(theirs);
      const percent = percentOf(toDateMinor, goalMinor);
      return percent === null ? [] : [{ manager: personOf(id), percent, accounts: theirs.length - withoutGoal }];
    })
    .sort((one, other) => one.percent - other.percent)
    .slice(0, managersInChart);
}

export function healthByTier(accounts: readonly Account[]): PortfolioCharts["healthByTier"] {
  const rows: (Tier | null)[] = [...tiers.values, null];
  return rows.flatMap((tier) => {
    const here = accounts.filter((account) => account.tier === tier);
    if (here.length === 0) return [];
    const count = (band: Account["healthBand"]) => here.filter(({ healthBand }) => healthBand === band).length;
    return [
      {
        tier,
        healthy: count("healthy"),
        slipping: count("slipping"),
        at_risk: count("at_risk"),
        unknown: count("unknown"),
      },
    ];
  });
}

/** By the week in which they were due; weeks begin with the first day of the portal's working week. */
export function overdueByWeek(
  accounts: readonly Account[],
  overdue: OverdueDates | null,
  today: PlainDate,
  { workingWeek }: Pick<Settings, "workingWeek">,
): PortfolioCharts["overdueByWeek"] {
  const thisWeek = weekStart(today, firstDayOf(workingWeek));
  const starts = Array.from({ length: weeksInChart }, (_, at) => addDays(thisWeek, (at + 1 - weeksInChart) * 7));
  const due = accounts.flatMap(({ id }) => overdue?.get(id) ?? []);
  return {
    earlier: due.filter((date) => date < (starts[0] ?? today)).length,
    weeks: starts.map((from) => ({
      from,
      count: due.filter((date) => date >= from && date < addDays(from, 7)).length,
    })),
  };
}

export function revenueByMonth(
  accounts: readonly Account[],
  today: PlainDate,
  fiscalYearStartMonth: number,
): PortfolioCharts["revenueByMonth"] {
  const withGoal = accounts.filter(hasGoal);
  const goal = sum(withGoal, ({ goalMinor }) => goalMinor ?? 0);
  const year = periodOf("year", today, fiscalYearStartMonth);
  const running = periodOf("month", today).key;
  const first = periodOf("month", year.startsOn);
  const months = Array.from({ length: 12 }, (_, at) => nextPeriod(first, at).key);
  return months.map((month, at) => ({
    month,
    revenueMinor: month > running ? null : sum(withGoal, (account) => account.months[month] ?? 0),
    // The twelfths add up to the goal, whatever the rounding.
    goalMinor: Math.round((goal * (at + 1)) / 12) - Math.round((goal * at) / 12),
  }));
}

/** What each manager carries, the fullest first. */
export function managerLoads(
  accounts: readonly Account[],
  norms: Settings["accountsPerManager"],
  ownerOf: (id: string) => { person: Person; isActive: boolean },
): ManagerLoad[] {
  const theirs = byLead(accounts);
  return workloads(accounts, norms).map(({ managerId, ...load }) => {
    const led = theirs.get(managerId) ?? [];
    const { toDateMinor, goalMinor } = againstGoal(led);
    const { person: manager, isActive } = ownerOf(managerId);
    return {
      manager,
      isActive,
      ...load,
      overdueCheckIns: sum(led, ({ overdue }) => overdue),
      atRisk: led.filter(({ healthBand }) => healthBand === "at_risk").length,
      attainmentPercent: percentOf(toDateMinor, goalMinor),
    };
  });
}

function hasGoal({ goalMinor }: Account): boolean {
  return goalMinor !== null && goalMinor > 0;
}

function byLead(accounts: readonly Account[]): Map<string, Account[]> {
  const found = new Map<string, Account[]>();
  for (const account of accounts) {
    if (account.leadManagerId === null) continue;
    const theirs = found.get(account.leadManagerId);
    if (theirs) theirs.push(account);
    else found.set(account.leadManagerId, [account]);
  }
  return found;
}

/** The working day that follows none: Sunday in Riyadh, Monday in Berlin. */
function firstDayOf(workingWeek: Settings["workingWeek"]): Weekday {
  const dayBefore = (day: Weekday) => weekdays.values[(weekdays.values.indexOf(day) + 6) % 7] ?? day;
  return workingWeek.find((day) => !workingWeek.includes(dayBefore(day))) ?? "sunday";
}

function sum<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}
