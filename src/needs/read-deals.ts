import { toMinor, type NeedDeal } from "@keyline/domain";
import type { Desk } from "../desk/index.ts";
import type { Rec } from "../hubspot/index.ts";

const extra = ["dealname", "amount_in_home_currency", "amount", "hs_is_closed", "hs_is_closed_won"];

/** Deals by id; those that are gone are left out. Also reads the account, which the client remembers. */
export async function readDeals({ hubspot, currency }: Desk, ids: readonly string[]): Promise<NeedDeal[]> {
  if (ids.length === 0) return [];
  const [records, { uiDomain, portalId }] = await Promise.all([
    hubspot.records("deals").read(ids, { extra }),
    hubspot.account(),
  ]);
  // Type id of deals: developers.hubspot.com, CRM: object type IDs.
  return records.map((record) => dealOf(record, `https://${uiDomain}/contacts/${portalId}/record/0-3`, currency));
}

function dealOf({ id, raw }: Rec, root: string, currency: string): NeedDeal {
  const amount = raw["amount_in_home_currency"] || raw["amount"];
  return {
    id,
    name: raw["dealname"] || id,
    url: `${root}/${id}`,
    isOpen: raw["hs_is_closed"] !== "true",
    isWon: raw["hs_is_closed_won"] === "true",
    amountMinor: amount ? (toMinor(amount, currency) ?? null) : null,
  };
}
