import {
  addDays,
  daysBetween,
  type PlainDate,
  type PortfolioFilters,
  type PortfolioScope,
  type PortfolioSort,
} from "@keyline/domain";
import type { Account } from "./account.ts";

/** Who asks: their own owner id (null for a user who owns nothing), and the owners of their team, themselves included. */
export interface Viewer {
  readonly ownerId: string | null;
  readonly teamIds: ReadonlySet<string>;
}

export interface Today {
  readonly today: PlainDate;
  /** After so many days an untouched plan is said. */
  readonly staleAfterDays: number;
}

/** Days before the notice date from which the list shows it. */
export const noticeShownDays = 90;

/** The accounts of each scope, in no order. */
export function inScopes(accounts: Iterable<Account>, viewer: Viewer): Record<PortfolioScope, Account[]> {
  const all = [...accounts];
  return {
    mine: all.filter((account) => peopleOf(account).some((id) => id === viewer.ownerId)),
    team: all.filter((account) => peopleOf(account).some((id) => viewer.teamIds.has(id))),
    all,
  };
}

/** The scope asked for; without one, the narrowest that has any accounts. */
export function scopeOf(asked: PortfolioScope | null, found: Record<PortfolioScope, readonly Account[]>) {
  if (asked) return asked;
  if (found.mine.length > 0) return "mine";
  return found.team.length > 0 ? "team" : "all";
}

/** Those that every filter lets through. Within a filter any of the chosen values will do; none chosen means all. */
export function filtered(
  accounts: readonly Account[],
  filters: Omit<PortfolioFilters, "page">,
  facts: Today,
): Account[] {
  const { type, tier, health, manager, plan } = filters;
  const search = folded(filters.search);
  return accounts.filter(
    (account) =>
      (search === "" || folded(account.name).includes(search)) &&
      isAmong(account.type, type) &&
      isAmong(account.tier, tier) &&
      isAmong(account.healthBand, health) &&
      isAmong(account.leadManagerId, manager) &&
      isAmong(account.planStatus ?? "none", plan) &&
      (!filters.notice || isNoticeWithin(account, Number(filters.notice), facts.today)) &&
      (!filters.untouched || untouchedDays(account, facts) !== null) &&
      (!filters.overdue || account.overdue > 0),
  );
}

/** Whether it must soon be decided about the contract; a date that passed undecided is the most urgent. */
export function isNoticeWithin({ noticeBy, outlook }: Account, days: number, today: PlainDate): boolean {
  if (noticeBy === null || outlook === "renewed" || outlook === "lost") return false;
  return noticeBy <= addDays(today, days);
}

/** For how many days nobody has touched the running plan; null while that is not too long, or there is none. */
export function untouchedDays({ planStatus, planTouched }: Account, { today, staleAfterDays }: Today): number | null {
  if (planStatus === null || planStatus === "closed" || planTouched === null) return null;
  const days = daysBetween(planTouched, today);
  return days >= staleAfterDays ? days : null;
}

type SortKey = string | number | null;

/** In the order asked for; what is unknown stands last either way, equals by name. */
export function sorted(
  accounts: readonly Account[],
  { sort, descending }: Pick<PortfolioFilters, "sort" | "descending">,
  keyOf: (account: Account, sort: PortfolioSort) => SortKey,
  language: string,
): Account[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  const turn = descending ? -1 : 1;
  return accounts
    .map((account) => ({ account, key: keyOf(account, sort) }))
    .sort(
      (one, other) =>
        byKey(one.key, other.key, turn, collator) || collator.compare(one.account.name, other.account.name),
    )
    .map(({ account }) => account);
}

function byKey(one: SortKey, other: SortKey, turn: number, collator: Intl.Collator): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  if (typeof one === "number" && typeof other === "number") return (one - other) * turn;
  return collator.compare(String(one), String(other)) * turn;
}

function isAmong<V>(value: V | null, chosen: readonly V[]): boolean {
  return chosen.length === 0 || (value !== null && chosen.includes(value));
}

function peopleOf({ leadManagerId, teamIds }: Account): readonly string[] {
  return leadManagerId === null ? teamIds : [leadManagerId, ...teamIds];
}

/** For comparing what people type: without case, accents and Arabic vowel marks, alef in one form. */
function folded(text: string): string {
  const plain = text.normalize("NFKD").replaceAll(/[\u0300-\u036f\u064b-\u0655\u0640]/g, "");
  return plain
    .replaceAll(/[أإآٱ]/g, "ا")
    .toLowerCase()
    .trim();
}
