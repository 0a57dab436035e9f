import { associationLabels, toMinor } from "@keyline/domain";
import type { Associated, HubSpot, Pipeline, Rec } from "../hubspot/index.ts";
import type { DealFacts } from "./facts.ts";

/** What a deal is read with. */
export const dealExtra = [
  "amount",
  "amount_in_home_currency",
  "closedate",
  "createdate",
  "dealtype",
  "dealstage",
  "hs_is_closed",
  "hs_is_closed_won",
];
/** HubSpot's own label of the main company of a deal (npm: AssociationTypes, deal to primary company). */
const primaryTypeId = 5;
const referredBy = Object.values(associationLabels.find(({ name }) => name === "keyline_referred_by")?.label ?? {});

export interface DealsOfCompany {
  deals: DealFacts[];
  referredDeals: DealFacts[];
}

/** The deals of companies: each once, under its primary company; without one, under every company it hangs on. */
export async function readDeals(
  hubspot: HubSpot,
  companyIds: readonly string[],
  currency: string,
): Promise<Map<string, DealsOfCompany>> {
  const [byCompany, pipelines] = await Promise.all([
    hubspot.associations.read("companies", "deals", companyIds),
    hubspot.pipelines("deals"),
  ]);
  const ids = [...new Set([...byCompany.values()].flat().map(({ id }) => id))];
  const [records, companies] = await Promise.all([
    hubspot.records("deals").read(ids, { extra: dealExtra }),
    hubspot.associations.read("deals", "companies", ids),
  ]);
  const stages = stagesOf(pipelines);
  const known = new Map(records.map((record) => [record.id, dealFacts(record, stages, currency)]));
  const found = new Map<string, DealsOfCompany>();
  for (const companyId of companyIds) {
    const own: DealsOfCompany = { deals: [], referredDeals: [] };
    for (const id of new Set((byCompany.get(companyId) ?? []).map((one) => one.id))) {
      const deal = known.get(id);
      if (!deal) continue;
      const tie = tieOf(companyId, companies.get(id) ?? []);
      if (tie.isReferrer) own.referredDeals.push(deal);
      if (tie.isCustomer) own.deals.push(deal);
    }
    found.set(companyId, own);
  }
  return found;
}

export function stagesOf(pipelines: readonly Pipeline[]): Map<string, Pipeline["stages"][number]> {
  return new Map(pipelines.flatMap((pipeline) => pipeline.stages.map((stage) => [stage.id, stage] as const)));
}

function tieOf(companyId: string, companies: readonly Associated[]) {
  const types = companies.filter(({ id }) => id === companyId).flatMap((one) => one.types);
  const isPrimary = types.some(({ typeId }) => typeId === primaryTypeId);
  const hasPrimary = companies.some((one) => one.types.some(({ typeId }) => typeId === primaryTypeId));
  const isReferrer = types.some(({ label }) => label !== null && referredBy.includes(label));
  return { isReferrer, isCustomer: isPrimary || (!hasPrimary && !isReferrer) };
}

export function dealFacts(
  { id, raw, createdAt }: Rec,
  stages: ReadonlyMap<string, Pipeline["stages"][number]>,
  currency: string,
): DealFacts {
  const stage = stages.get(raw["dealstage"] ?? "");
  const isWon = raw["hs_is_closed_won"] ? raw["hs_is_closed_won"] === "true" : (stage?.isWon ?? false);
  const isClosed = isWon || (raw["hs_is_closed"] ? raw["hs_is_closed"] === "true" : (stage?.isClosed ?? false));
  const amount = raw["amount_in_home_currency"] || raw["amount"];
  return {
    id,
    standing: isWon ? "won" : isClosed ? "lost" : "open",
    amountMinor: amount ? (toMinor(amount, currency) ?? null) : null,
    closedAt: momentMs(raw["closedate"]),
    createdAt: momentMs(raw["createdate"]) ?? Date.parse(createdAt),
    dealType: raw["dealtype"] || null,
  };
}

/** A moment as HubSpot writes it: ISO 8601, or milliseconds since 1970. */
export function momentMs(text: string | null | undefined): number | null {
  if (!text) return null;
  const ms = /^-?\d+$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}
