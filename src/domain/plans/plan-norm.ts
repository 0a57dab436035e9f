import { daysBetween } from "../calendar/plain-date.ts";
import type { Period } from "../periods/index.ts";
import type { Settings } from "../settings/settings.ts";
import type { AccountType } from "../vocabulary/accounts.ts";

/** What one manager has for accounts in a year: 220 days of eight hours. */
const hoursOfManager = 1_760;

/** How many people look after one account, sponsor and specialists counted. */
const people: Readonly<Record<AccountType, number>> = { sales: 1, key: 3, territory: 2, strategic: 5 };

/**
 * What an account of a type usually takes in a period: a manager's hours shared out over the accounts that one manager
 * can look after well, as the settings say.
 */
export function planNorm(
  type: AccountType,
  { startsOn, endsOn }: Pick<Period, "startsOn" | "endsOn">,
  { accountsPerManager }: Pick<Settings, "accountsPerManager">,
): { hours: number; people: number } {
  const yearShare = (daysBetween(startsOn, endsOn) + 1) / 365;
  return { hours: Math.round((hoursOfManager / accountsPerManager[type]) * yearShare), people: people[type] };
}
