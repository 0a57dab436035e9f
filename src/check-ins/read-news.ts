import { dateIn, toMinor } from "@keyline/domain";
import {
  dealStanding,
  dealStandingExtra,
  momentMs,
  readDealTies,
  stagesOf,
  unlessUnavailable,
  type HubSpot,
  type Rec,
  type Stage,
} from "../hubspot/index.ts";
import type { PortalFacts } from "./facts.ts";
import type { DealFacts, TicketFacts } from "./news.ts";

type Portal = Pick<PortalFacts, "timeZone" | "currency">;

const dealExtra = [...dealStandingExtra, "dealname", "amount", "amount_in_home_currency", "closedate", "createdate"];
const ticketExtra = ["subject", "hs_pipeline_stage", "createdate", "closed_date"];

/** The deals of companies, by the rule by which the numbers count them; null where this portal gives none. */
export async function readDeals(hubspot: HubSpot, companyIds: readonly string[], portal: Portal) {
  if (companyIds.length === 0) return new Map<string, DealFacts[]>();
  return unlessUnavailable(async () => {
    const [ties, pipelines] = await Promise.all([
      readDealTies(hubspot.associations, companyIds),
      hubspot.pipelines("deals"),
    ]);
    const [records, byCompany] = await Promise.all([
      hubspot.records("deals").read(ties.ids, { extra: dealExtra }),
      ties.byCompany(),
    ]);
    const stages = stagesOf(pipelines);
    const known = new Map(records.map((record) => [record.id, dealFacts(record, stages, portal)]));
    return new Map([...byCompany].map(([id, { own }]) => [id, own.flatMap((dealId) => known.get(dealId) ?? [])]));
  });
}

/** The tickets of companies, each under every company it hangs on; null where this portal gives none. */
export async function readTickets(hubspot: HubSpot, companyIds: readonly string[], portal: Portal) {
  if (companyIds.length === 0) return new Map<string, TicketFacts[]>();
  return unlessUnavailable(async () => {
    const [byCompany, pipelines] = await Promise.all([
      hubspot.associations.read("companies", "tickets", companyIds),
      hubspot.pipelines("tickets"),
    ]);
    const ids = [...byCompany.values()].flat().map(({ id }) => id);
    const records = await hubspot.records("tickets").read(ids, { extra: ticketExtra });
    const stages = stagesOf(pipelines);
    const known = new Map(records.map((record) => [record.id, ticketFacts(record, stages, portal)]));
    const own = (ties: readonly { id: string }[]) => [...new Set(ties.map(({ id }) => id))];
    return new Map([...byCompany].map(([id, ties]) => [id, own(ties).flatMap((one) => known.get(one) ?? [])]));
  });
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
