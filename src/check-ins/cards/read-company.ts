import type { AccountProperties } from "@keyline/domain";
import { readSlots } from "../check-in-slots.ts";
import type { Account } from "../facts.ts";
import { accountExtra, accountOf } from "../read-accounts.ts";
import { familyExtra, readCompanyRecord, type Desk } from "../../desk/index.ts";

/** The company of a card, with all that Keyline keeps on it. */
export interface CardCompany {
  readonly account: Account;
  readonly all: AccountProperties;
  readonly raw: Readonly<Record<string, string | null>>;
}

/** Reads the company for certain. Throws `archived` or `not-found` when it is gone. */
export async function readCompany({ hubspot }: Desk, companyId: string): Promise<CardCompany> {
  const record = await readCompanyRecord(hubspot, companyId, { extra: [...accountExtra, ...familyExtra] });
  return { account: accountOf(record), all: record.properties, raw: record.raw };
}

/** Keys of the check-ins that the company points to. */
export function pointedKeys({ id, properties }: Account): string[] {
  const slots = readSlots(id, properties.am_check_in_slots);
  return slots ? [...slots.open, ...slots.ask] : [];
}
