import { z } from "zod";
import { accountTypes, healthBands, planStatuses, renewalOutlooks, tiers } from "../vocabulary/accounts.ts";
import { portfolioScopes } from "./portfolio-query.ts";
import { cardFacts, person, plainDate, recordLink } from "./shapes.ts";

const { company: _onlyOnARecord, ...pageFacts } = cardFacts;
export { pageFacts };

const count = z.number().int().min(0);
const minor = z.number().int();
const percent = z.number();

/** One managed account, as the list shows it. Money in whole minor units; null is "no data", never zero. */
export const portfolioRow = z.object({
  account: recordLink,
  type: accountTypes.schema,
  tier: tiers.schema.nullable(),
  /** `change`: points against a quarter ago. */
  health: z.object({ score: z.number().nullable(), band: healthBands.schema, change: z.number().nullable() }),
  attainmentPercent: percent.nullable(),
  nextCheckIn: plainDate.nullable(),
  overdueCheckIns: count,
  /** The due date of the one that waits longest; null also where it could not be read. */
  overdueSince: plainDate.nullable(),
  /** `untouchedDays`: only once that is longer than the settings allow. */
  plan: z.object({ status: planStatuses.schema, untouchedDays: count.nullable() }).nullable(),
  /** Only while it is undecided, and from 90 days before the date on. */
  notice: z.object({ by: plainDate, outlook: renewalOutlooks.schema.nullable() }).nullable(),
  recurringMinor: minor.nullable(),
  lead: person.nullable(),
});
export type PortfolioRow = z.infer<typeof portfolioRow>;

/** Revenue against goal of those accounts that have a goal; `withoutGoal` are the others, which are left out. */
export const goalFigures = z.object({ toDateMinor: minor, goalMinor: minor, withoutGoal: count });

export const portfolioCharts = z.object({
  /** The furthest behind first, at most ten; only managers whose accounts have goals. */
  attainmentByManager: z.array(z.object({ manager: person, percent, accounts: count })),
  healthByTier: z.array(
    z.object({ tier: tiers.schema.nullable(), healthy: count, slipping: count, at_risk: count, unknown: count }),
  ),
  /** Overdue check-ins by the week they were due in (its first day), oldest first; `earlier` is what lies before. */
  overdueByWeek: z.object({ earlier: count, weeks: z.array(z.object({ from: plainDate, count })) }),
  /** The months of the running fiscal year. `goalMinor`: a twelfth of the goals; revenue of months to come is null. */
  revenueByMonth: z.array(z.object({ month: z.string(), revenueMinor: minor.nullable(), goalMinor: minor })),
});
export type PortfolioCharts = z.infer<typeof portfolioCharts>;

/** What one manager carries: against the number of accounts that their types allow (`loadPercent` 100 is full). */
export const managerLoad = z.object({
  manager: person,
  isActive: z.boolean(),
  accounts: count,
  byType: z.partialRecord(accountTypes.schema, count),
  loadPercent: count,
  overdueCheckIns: count,
  atRisk: count,
  attainmentPercent: percent.nullable(),
});
export type ManagerLoad = z.infer<typeof managerLoad>;

/** Parts that are read apart; one that failed is named, and the rest of the page still shows. */
export const portfolioParts = ["checkIns", "owners"] as const;

const framed = { ...pageFacts, unreadable: z.array(z.enum(portfolioParts)) };

/** The accounts are being read for the first time: ask again in a moment. */
export const portfolioPreparing = z.object({ ...framed, state: z.literal("preparing"), read: count, total: count });

/** All figures are of the accounts that the filters let through; `asOf` is when HubSpot was last asked for changes. */
export const portfolioReady = z.object({
  ...framed,
  state: z.literal("ready"),
  scope: z.enum(portfolioScopes),
  /** Accounts of each scope, whatever the filters say. */
  inScope: z.object({ mine: count, team: count, all: count }),
  matches: count,
  page: z.number().int().min(1),
  rows: z.array(portfolioRow),
  top: z.object({ overdueCheckIns: count, atRisk: count, period: z.string(), revenue: goalFigures }),
  charts: portfolioCharts,
  managers: z.array(managerLoad),
  /** How many accounts of a type one manager can look after. */
  norms: z.record(accountTypes.schema, count),
  /** Everybody who leads an account of the scope, for the filter. */
  leads: z.array(person),
  staleAfterDays: count,
});

/** The answer of `GET /cards/portfolio`. */
export const portfolioAnswer = z.discriminatedUnion("state", [portfolioPreparing, portfolioReady]);
export type PortfolioAnswer = z.infer<typeof portfolioAnswer>;
export type PortfolioReady = z.infer<typeof portfolioReady>;
