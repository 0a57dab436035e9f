import { z } from "zod";
import { accountTypes, healthBands, planStatuses, tiers } from "../vocabulary/accounts.ts";
import { languages } from "../words.ts";
import { recordId } from "./shapes.ts";

/** Whose accounts: those I lead or am on the team of; those of my teams and of who reports to me as well; everybody's. */
export const portfolioScopes = ["mine", "team", "all"] as const;
export type PortfolioScope = (typeof portfolioScopes)[number];

/** What the list can be sorted by; each begins with what needs looking after. */
export const portfolioSorts = ["check-in", "name", "health", "attainment", "plan", "recurring", "lead"] as const;
export type PortfolioSort = (typeof portfolioSorts)[number];

/** Accounts without a plan are found beside those of each status. */
export const planFilters = [...planStatuses.values, "none"] as const;
/** Days until notice must be given; an undecided notice date that has passed is within each of them. */
export const noticeFilters = ["30", "60", "90"] as const;

/** Several values joined by commas. Those that mean nothing any more, as in an old bookmark, are left out. */
function listOf<const V extends string>(values: readonly V[]) {
  return z
    .string()
    .default("")
    .transform((text) => values.filter((value) => text.split(",").includes(value)));
}

const ownerIds = z
  .string()
  .default("")
  .transform((text) => text.split(",").filter((id) => /^\d+$/.test(id)));
const flag = z
  .string()
  .default("")
  .transform((text) => text === "1");

/**
 * What the address of the portfolio page keeps, so that a reload and a bookmark show the same list. All values are
 * texts; what does not read counts as not chosen.
 */
export const portfolioFilters = z.object({
  /** Null: mine if there are any, else the team's, else all. */
  scope: z.enum(portfolioScopes).nullable().default(null).catch(null),
  /** A part of the account's name. */
  search: z.string().max(200).default("").catch(""),
  type: listOf(accountTypes.values),
  tier: listOf(tiers.values),
  health: listOf(healthBands.values),
  manager: ownerIds,
  plan: listOf(planFilters),
  notice: z.enum(noticeFilters).nullable().default(null).catch(null),
  /** Only plans that nobody has touched for so long as the settings call stale (60 days unless set). */
  untouched: flag,
  overdue: flag,
  sort: z.enum(portfolioSorts).default("check-in").catch("check-in"),
  descending: flag,
  page: z.coerce.number().int().min(1).default(1).catch(1),
});
export type PortfolioFilters = z.output<typeof portfolioFilters>;

/** `GET /cards/portfolio`. */
export const portfolioQuery = portfolioFilters.extend({
  lang: z.enum(languages).default("en"),
  /** A person pressed "refresh": read what changed before answering. */
  fresh: flag,
  /** A company that was just changed by the person who asks: HubSpot's search does not know of it yet. */
  seen: recordId.optional(),
});
export type PortfolioQuery = z.output<typeof portfolioQuery>;

/** Rows a page of the accounts, and of the companies to choose from. */
export const portfolioPageSize = 25;
