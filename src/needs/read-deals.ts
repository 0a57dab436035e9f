import { toMinor, type NeedDeal } from "@keyline/domain";
import { readRecordUrls, type Desk } from "../desk/index.ts";
import type { Rec } from "../hubspot/index.ts";

const extra = ["dealname", "amount_in_home_currency", "amount", "hs_is_closed", "hs_is_closed_won"];

/** Deals by id; those that are gone are left out. Where each belongs the caller knows. */
export async function readDeals(desk: Desk, ids: readonly string[]): Promise<NeedDeal[]> {
  if (ids.length === 0) return [];
  const [records, urlOf] = await Promise.all([
    desk.hubspot.records("deals").read(ids, { extra }),
    readRecordUrls(desk),
  ]);
  return records.map((record) => dealOf(record, urlOf("deals", record.id), desk.currency));
}

function dealOf({ id, raw }: Rec, url: string | null, currency: string): NeedDeal {
  const amount = raw["amount_in_home_currency"] || raw["amount"];
  return {
    id,
    companyId: null,
    name: raw["dealname"] || id,
    url,
    isOpen: raw["hs_is_closed"] !== "true",
    isWon: raw["hs_is_closed_won"] === "true",
    amountMinor: amount ? (toMinor(amount, currency) ?? null) : null,
  };
}
