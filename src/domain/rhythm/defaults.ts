import type { AccountType, Tier } from "../vocabulary/accounts.ts";
import type { RhythmName } from "../vocabulary/check-ins.ts";

/** How often we talk to an account of each type unless the portal or the account says otherwise. */
export const defaultRhythms: Readonly<Record<AccountType, RhythmName>> = {
  sales: "quarterly",
  key: "monthly",
  territory: "every_2_months",
  strategic: "every_2_weeks",
};

/** Working days between the reminder and the due date; an account without a tier counts as C. */
export const defaultLeadDays: Readonly<Record<Tier, number>> = { a: 3, b: 2, c: 1 };

/** Working days after the due date before a check-in is overdue. */
export const defaultGraceDays = 2;

/** How many accounts of one type a manager can look after well. */
export const defaultAccountsPerManager: Readonly<Record<AccountType, number>> = {
  sales: 60,
  key: 8,
  territory: 30,
  strategic: 4,
};
