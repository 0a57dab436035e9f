import { dateIn, timeZoneOf, toMinor, type PlainDate } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";

/** A deal of the account, as far as a first look goes. Its amount is in the portal's currency; null where it has none. */
export interface DealGlance {
  readonly name: string;
  readonly standing: "won" | "open" | "lost";
  readonly amountMinor: number | null;
  /** The date on the portal's clock. */
  readonly closesOn: PlainDate | null;
}

/** HubSpot works out whether a deal is won by its stage, and the amount in the portal's currency. */
const read = ["dealname", "amount", "amount_in_home_currency", "closedate", "hs_is_closed_won", "hs_is_closed"];
/** The latest so many say enough for a first look. */
const mostDeals = 500;

export async function readDeals(desk: Desk, dealIds: readonly string[]): Promise<DealGlance[]> {
  if (dealIds.length === 0) return [];
  const latest = dealIds.toSorted((one, other) => Number(other) - Number(one)).slice(0, mostDeals);
  const records = await desk.hubspot.records("deals").read(latest, { extra: read });
  return records.map(({ id, raw }) => glance(id, raw, desk));
}

function glance(id: string, raw: Readonly<Record<string, string | null>>, desk: Desk): DealGlance {
  const amount = raw["amount_in_home_currency"] || raw["amount"];
  const isClosed = raw["hs_is_closed"] === "true";
  const closes = momentOf(raw["closedate"]);
  return {
    name: raw["dealname"] || id,
    standing: raw["hs_is_closed_won"] === "true" ? "won" : isClosed ? "lost" : "open",
    amountMinor: amount ? (toMinor(amount, desk.currency) ?? null) : null,
    closesOn: closes && dateIn(timeZoneOf(desk.settings, desk.timeZone), closes),
  };
}

/** A moment as HubSpot writes it: ISO 8601, or milliseconds since 1970. */
function momentOf(text: string | null | undefined): Date | null {
  if (!text) return null;
  const moment = new Date(/^-?\d+$/.test(text) ? Number(text) : text);
  return Number.isNaN(moment.getTime()) ? null : moment;
}
