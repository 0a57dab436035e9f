import type { AccountProperties } from "@keyline/domain";
import { descendantsOf, type Children } from "../../desk/index.ts";
import type { Account } from "./account.ts";
import { headAbove } from "./families.ts";
import { isHead } from "./read-accounts.ts";

type ManagedUnder = Pick<AccountProperties, "am_managed_under" | "am_managed_under_id">;

/** What a company says of who manages it: the nearest company above whose switch is on, by name and id. */
export function managedUnder(
  account: Account,
  known: ReadonlyMap<string, Account>,
): { [K in keyof ManagedUnder]: string | null } {
  const head = headAbove(account, known);
  return { am_managed_under: head?.name ?? null, am_managed_under_id: head?.id ?? null };
}

/** What a company says of whom it manages: everybody below it, where its switch is on. The cards read their family here. */
export function family(account: Account, children: Children): { am_family_ids: string | null } {
  return { am_family_ids: isHead(account) ? descendantsOf(account.id, children).join(";") || null : null };
}
