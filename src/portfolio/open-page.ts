import type { PortfolioFilters } from "@keyline/domain";
import { readRecordUrls } from "../desk/index.ts";
import type { Account } from "./account.ts";
import type { Book } from "./book.ts";
import type { Wish } from "./books.ts";
import type { PortfolioDesk } from "./desk.ts";
import { filtered, inScopes, scopeOf, sorted } from "./find-accounts.ts";
import { pageFactsOf } from "./page-facts.ts";
import { readPeople, type People } from "./people.ts";
import { sortKey, type RowFacts } from "./rows.ts";
import type { Progress } from "./shelf.ts";

/** What everything on the page is made from. */
export interface OpenPage {
  readonly book: Book;
  readonly people: People;
  readonly facts: RowFacts;
}

/** The portal's accounts, its people, and who asks; or how far reading the accounts has come. */
export async function openPage(desk: PortfolioDesk, wish: Wish = {}): Promise<OpenPage | { reading: Progress }> {
  const { hubspot, currency, now, portalId, books } = desk;
  const [opened, people, urlOf] = await Promise.all([
    books.open(portalId, { hubspot, currency, now }, wish),
    readPeople(desk),
    readRecordUrls(desk),
  ]);
  if ("reading" in opened) return opened;
  const { book } = opened;
  const facts: RowFacts = {
    today: pageFactsOf(desk).today,
    staleAfterDays: desk.settings.staleAfterDays.plan,
    overdue: book.overdue,
    personOf: (id) => ({ id, name: people.owners.get(id)?.name || id }),
    urlOf,
  };
  return { book, people, facts };
}

/** The accounts that the filters let through, in the order asked for, and those of each scope. */
export function chosenFrom(
  { book, people, facts }: OpenPage,
  filters: Omit<PortfolioFilters, "page">,
  language: string,
) {
  const scopes = inScopes(book.accounts.values(), people.viewer);
  const scope = scopeOf(filters.scope, scopes);
  const found: Account[] = filtered(scopes[scope], filters, facts);
  return { scopes, scope, found: sorted(found, filters, (account, sort) => sortKey(account, sort, facts), language) };
}
