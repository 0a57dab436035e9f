import { dateIn, toMinor } from "@keyline/domain";
import {
  dealTies,
  dealStanding,
  dealStandingExtra,
  momentMs,
  stagesOf,
  unlessUnavailable,
  type HubSpot,
  type Rec,
  type Stage,
} from "../hubspot/index.ts";
import type { Ties } from "../desk/index.ts";
import type { PortalFacts } from "./facts.ts";
import type { DealFacts, TicketFacts } from "./news.ts";

type By<T> = ReadonlyMap<string, readonly T[]>;
type Portal = Pick<PortalFacts, "timeZone" | "currency">;

const dealExtra = [...dealStandingExtra, "dealname", "amount", "amount_in_home_currency", "closedate", "createdate"];
const ticketExtra = ["subject", "hs_pipeline_stage", "createdate", "closed_date"];

/**
 * The deals of companies, by the rule by which the numbers count them; null where this portal gives none. `ties`: what hangs
 * on each company.
 */
export async function dealsBy(
  hubspot: HubSpot,
  ties: Promise<Ties>,
  portalRead: Portal | Promise<Portal>,
): Promise<By<DealFacts> | null> {
  return unlessUnavailable(async () => {
    const [found, pipelines, portal] = await Promise.all([ties, hubspot.pipelines("deals"), portalRead]);
    const { ids, byCompany } = dealTies(hubspot.associations, found);
    const [records, owned] = await Promise.all([hubspot.records("deals").read(ids, { extra: dealExtra }), byCompany()]);
    const stages = stagesOf(pipelines);
    const known = new Map(records.map((record) => [record.id, dealFacts(record, stages, portal)]));
    return new Map([...owned].map(([id, { own }]) => [id, own.flatMap((dealId) => known.get(dealId) ?? [])]));
  });
}

/** The tickets of companies, each under every company it hangs on; null where this portal gives none. */
export async function ticketsBy(
  hubspot: HubSpot,
  ties: Promise<Ties>,
  portalRead: Portal | Promise<Portal>,
): Promise<By<TicketFacts> | null> {
  return unlessUnavailable(async () => {
    const [found, pipelines, portal] = await Promise.all([ties, hubspot.pipelines("tickets"), portalRead]);
    const ids = [...found.values()].flat().map(({ id }) => id);
    const records = await hubspot.records("tickets").read(ids, { extra: ticketExtra });
    const stages = stagesOf(pipelines);
    const known = new Map(records.map((record) => [record.id, ticketFacts(record, stages, portal)]));
    return new Map([...found].map(([id, own]) => [id, own.flatMap((tie) => known.get(tie.id) ?? [])]));
  });
}

/** Of some companies together, each record once whichever of them it hangs on; null where the portal gives none. */
export function together<T extends { readonly id: string }>(found: By<T> | null, ids: readonly string[]): T[] | null {
  if (found === null) return null;
  return [...new Map(ids.flatMap((id) => found.get(id) ?? []).map((one) => [one.id, one])).values()];
}

function dealFacts(
  { id, raw, createdAt }: Rec,
  stages: ReadonlyMap<string, Stage>,
  { timeZone, currency }: Portal,
): DealFacts {
  const amount = raw["amount_in_home_currency"] || raw["amount"];
  const closesAt = momentMs(raw["closedate"]);
  return {
    id,
    name: raw["dealname"] || id,
    standing: dealStanding(raw, stages),
    amountMinor: amount ? (toMinor(amount, currency) ?? null) : null,
    openedOn: dateIn(timeZone, new Date(momentMs(raw["createdate"]) ?? createdAt)),
    closesOn: closesAt === null ? null : dateIn(timeZone, new Date(closesAt)),
  };
}

function ticketFacts(
  { id, raw, createdAt }: Rec,
  stages: ReadonlyMap<string, Stage>,
  { timeZone }: Portal,
): TicketFacts {
  const closedAt = momentMs(raw["closed_date"]);
  return {
    id,
    name: raw["subject"] || id,
    isClosed: stages.get(raw["hs_pipeline_stage"] ?? "")?.isClosed ?? false,
    openedOn: dateIn(timeZone, new Date(momentMs(raw["createdate"]) ?? createdAt)),
    closedOn: closedAt === null ? null : dateIn(timeZone, new Date(closedAt)),
  };
}
