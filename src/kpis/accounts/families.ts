import type { Account } from "./account.ts";
import { isHead } from "./read-accounts.ts";

/** So many levels of a tree belong to a family; what lies deeper does not, and trees that bite their tail end. */
export const mostLevels = 10;

/** The companies directly below each. */
export type Children = ReadonlyMap<string, readonly string[]>;

/** Everybody below a company, each once and the nearest first, the company itself left out also where it is below itself. */
export function descendantsOf(id: string, children: Children): string[] {
  const seen = new Set([id]);
  let level = [id];
  for (let depth = 0; depth < mostLevels && level.length > 0; depth++) {
    level = level.flatMap((one) => children.get(one) ?? []).filter((child) => !seen.has(child) && seen.add(child));
  }
  seen.delete(id);
  return [...seen];
}

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
