import type { AccountProperties } from "@keyline/domain";
import type { Account } from "./account.ts";
import { headAbove } from "./families.ts";

type ManagedUnder = Pick<AccountProperties, "am_managed_under" | "am_managed_under_id">;

/** What a company says of who manages it: the nearest company above whose switch is on, by name and id. */
export function managedUnder(
  account: Account,
  known: ReadonlyMap<string, Account>,
): { [K in keyof ManagedUnder]: string | null } {
  const head = headAbove(account, known);
  return { am_managed_under: head?.name ?? null, am_managed_under_id: head?.id ?? null };
}
