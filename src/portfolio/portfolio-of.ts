import {
  periodOf,
  portfolioPageSize,
  type PortfolioAnswer,
  type PortfolioQuery,
  type PortfolioReady,
} from "@keyline/domain";
import type { PortfolioDesk } from "./desk.ts";
import {
  againstGoal,
  attainmentByManager,
  healthByTier,
  managerLoads,
  overdueByWeek,
  revenueByMonth,
} from "./figures.ts";
import { chosenFrom, openPage, type OpenPage } from "./open-page.ts";
import { pageFactsOf } from "./page-facts.ts";
import { rowOf } from "./rows.ts";

/** One page of the accounts with the figures of all that the filters let through. */
export async function portfolioOf(desk: PortfolioDesk, query: PortfolioQuery): Promise<PortfolioAnswer> {
  const opened = await openPage(desk, { isFresh: query.fresh, seen: query.seen ? [query.seen] : [] });
  const page = pageFactsOf(desk);
  if ("reading" in opened)
    return { ...page, unreadable: [], state: "preparing", asOf: desk.now().toISOString(), ...opened.reading };
  return {
    ...page,
    asOf: new Date(opened.book.asOf).toISOString(),
    unreadable: opened.book.overdue === null ? ["checkIns"] : [],
    state: "ready",
    ...present(opened, query, desk),
  };
}

type Presented = Omit<PortfolioReady, "asOf" | "today" | "timeZone" | "currency" | "access" | "unreadable" | "state">;

/** The whole answer from what is known; nothing here waits for anything. */
function present(
  opened: OpenPage,
  query: PortfolioQuery,
  { settings, caller }: Pick<PortfolioDesk, "settings" | "caller">,
): Presented {
  const { facts, people } = opened;
  const { today, personOf } = facts;
  const { scopes, scope, found } = chosenFrom(opened, query, caller.language);
  const last = Math.max(1, Math.ceil(found.length / portfolioPageSize));
  const at = Math.min(query.page, last);
  const leads = [...new Set(scopes[scope].flatMap(({ leadManagerId }) => leadManagerId ?? []))].map(personOf);
  return {
    scope,
    inScope: { mine: scopes.mine.length, team: scopes.team.length, all: scopes.all.length },
    matches: found.length,
    page: at,
    rows: found.slice((at - 1) * portfolioPageSize, at * portfolioPageSize).map((one) => rowOf(one, facts)),
    top: {
      overdueCheckIns: found.reduce((sum, { overdue }) => sum + overdue, 0),
      atRisk: found.filter(({ healthBand }) => healthBand === "at_risk").length,
      period: periodOf("year", today, settings.fiscalYearStartMonth).key,
      revenue: againstGoal(found),
    },
    charts: {
      attainmentByManager: attainmentByManager(found, personOf),
      healthByTier: healthByTier(found),
      overdueByWeek: overdueByWeek(found, facts.overdue, today, settings),
      revenueByMonth: revenueByMonth(found, today, settings.fiscalYearStartMonth),
    },
    managers: managerLoads(found, settings.accountsPerManager, (id) => ({
      person: personOf(id),
      isActive: people.owners.get(id)?.isActive ?? false,
    })),
    norms: settings.accountsPerManager,
    leads: leads.toSorted((one, other) => one.name.localeCompare(other.name, caller.language)),
    staleAfterDays: facts.staleAfterDays,
  };
}
