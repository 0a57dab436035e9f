import type { PlainDate } from "@keyline/domain";
import type { Account } from "./account.ts";

/** Due dates of overdue check-ins by company id, the oldest first. */
export type OverdueDates = ReadonlyMap<string, readonly PlainDate[]>;

/** The managed accounts of one portal, as they stood in HubSpot at `asOf`. Can be read anew at any time. */
export interface Book {
  readonly accounts: ReadonlyMap<string, Account>;
  /** Null when the check-ins could not be read: then their dates are missing, their numbers are not. */
  readonly overdue: OverdueDates | null;
  /** When HubSpot was asked, in milliseconds of the clock that the backend runs by. */
  readonly asOf: number;
  /**
   * How many managed companies HubSpot counts beyond the accounts here, once each was looked at: those whose type or
   * rhythm does not read, and what its search has not caught up with. Another number says that accounts came or left.
   */
  readonly apart: number;
}

/** The accounts with some replaced or added, and some gone. */
export function withAccounts(
  { accounts }: Book,
  replaced: Iterable<Account>,
  gone: Iterable<string> = [],
): ReadonlyMap<string, Account> {
  const after = new Map(accounts);
  for (const account of replaced) after.set(account.id, account);
  for (const id of gone) after.delete(id);
  return after;
}
