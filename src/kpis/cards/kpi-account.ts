import { ownTargets, Problem, type AccountType, type Targets } from "@keyline/domain";
import { readCompanyRecord, type Desk } from "../../desk/index.ts";

/** The company of the card, as far as its numbers depend on it. */
export interface KpiAccount {
  id: string;
  name: string;
  type: AccountType | null;
  own: Targets;
  /** False when a person has changed the text of the own targets into something else: then `own` is empty. */
  canReadOwn: boolean;
}

/** Reads the company for certain. Throws `archived` when it was deleted, `not-found` when there is none. */
export async function readKpiAccount({ hubspot }: Desk, companyId: string): Promise<KpiAccount> {
  const wanted = { properties: ["am_account_type", "am_targets"], extra: ["name"] } as const;
  const found = await readCompanyRecord(hubspot, companyId, wanted);
  const { id, raw, properties } = found;
  return { id, name: raw["name"] || id, type: properties.am_account_type, ...ownOf(properties.am_targets) };
}

function ownOf(text: string | null): Pick<KpiAccount, "own" | "canReadOwn"> {
  try {
    return { own: ownTargets.read(text) ?? {}, canReadOwn: true };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { own: {}, canReadOwn: false };
  }
}
