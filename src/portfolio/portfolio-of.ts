import {
  periodOf,
  portfolioPageSize,
  type PortfolioAnswer,
  type PortfolioQuery,
  type PortfolioReady,
} from "@keyline/domain";
import type { Book } from "./book.ts";
import type { PortfolioDesk } from "./desk.ts";
import {
  againstGoal,
  attainmentByManager,
  healthByTier,
  managerLoads,
  overdueByWeek,
  revenueByMonth,
} from "./figures.ts";
import { filtered, inScopes, scopeOf, sorted } from "./find-accounts.ts";
import { pageFactsOf } from "./page-facts.ts";
import { readPeople, type People } from "./people.ts";
import { rowOf, sortKey, type RowFacts } from "./rows.ts";

/** One page of the accounts with the figures of all that the filters let through. */
export async function portfolioOf(desk: PortfolioDesk, query: PortfolioQuery): Promise<PortfolioAnswer> {
  const { hubspot, currency, now, portalId, books } = desk;
  const wish = { isFresh: query.fresh, seen: query.seen ? [query.seen] : [] };
  const [opened, people, account] = await Promise.all([
    books.open(portalId, { hubspot, currency, now }, wish),
    readPeople(desk),
    hubspot.account(),
  ]);
  const page = pageFactsOf(desk);
  if ("reading" in opened)
    return { ...page, unreadable: [], state: "preparing", asOf: now().toISOString(), ...opened.reading };
  const facts: RowFacts = {
    today: page.today,
    staleAfterDays: desk.settings.staleAfterDays.plan,
    overdue: opened.book.overdue,
    personOf: (id) => ({ id, name: people.owners.get(id)?.name || id }),
    companyUrl: (id) => `https://${account.uiDomain}/contacts/${portalId}/record/0-2/${id}`,
  };
  return {
    ...page,
    asOf: new Date(opened.book.asOf).toISOString(),
    unreadable: opened.book.overdue === null ? ["checkIns"] : [],
    state: "ready",
    ...present(opened.book, people, query, facts, desk),
  };
}

type Presented = Omit<PortfolioReady, "asOf" | "today" | "timeZone" | "currency" | "access" | "unreadable" | "state">;

/** The whole answer from what is known; nothing here waits for anything. */
function present(
  book: Book,
  { owners, viewer }: People,
  query: PortfolioQuery,
  facts: RowFacts,
  { settings, caller }: Pick<PortfolioDesk, "settings" | "caller">,
): Presented {
  const scopes = inScopes(book.accounts.values(), viewer);
  const scope = scopeOf(query.scope, scopes);
  const inScope = scopes[scope];
  const found = filtered(inScope, query, facts);
  const ordered = sorted(found, query, (account, sort) => sortKey(account, sort, facts), caller.language);
  const last = Math.max(1, Math.ceil(ordered.length / portfolioPageSize));
  const at = Math.min(query.page, last);
  const { today, personOf } = facts;
  const leads = [...new Set(inScope.flatMap(({ leadManagerId }) => leadManagerId ?? []))].map(personOf);
  return {
    scope,
    inScope: { mine: scopes.mine.length, team: scopes.team.length, all: scopes.all.length },
    matches: found.length,
    page: at,
    rows: ordered.slice((at - 1) * portfolioPageSize, at * portfolioPageSize).map((one) => rowOf(one, facts)),
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
      isActive: owners.get(id)?.isActive ?? false,
    })),
    norms: settings.accountsPerManager,
    leads: leads.toSorted((one, other) => one.name.localeCompare(other.name, caller.language)),
    staleAfterDays: facts.staleAfterDays,
  };
}
