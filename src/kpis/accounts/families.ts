import { mostLevels } from "../../desk/index.ts";
import type { Account } from "./account.ts";
import { isHead } from "./read-accounts.ts";

/** The nearest company above whose switch is on; `null` when nobody manages it. */
export function headAbove(account: Account, known: ReadonlyMap<string, Account>): Account | null {
  return headsAbove(account, known)[0] ?? null;
}

/** All companies above whose switch is on, the nearest first. */
export function headsAbove(account: Account, known: ReadonlyMap<string, Account>): Account[] {
  const seen = new Set([account.id]);
  const heads: Account[] = [];
  let above = parentOf(account, known);
  for (let level = 0; level < mostLevels && above && !seen.has(above.id); level++) {
    if (isHead(above)) heads.push(above);
    seen.add(above.id);
    above = parentOf(above, known);
  }
  return heads;
}

function parentOf({ parentId }: Account, known: ReadonlyMap<string, Account>): Account | undefined {
  return parentId === null ? undefined : known.get(parentId);
}
