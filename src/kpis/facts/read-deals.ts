import { associationLabels, toMinor } from "@keyline/domain";
import type { Associated, HubSpot, Pipeline, Rec } from "../../hubspot/index.ts";
import type { DealFacts } from "./facts.ts";
import { momentMs } from "./moment-ms.ts";

/** What a deal is read with. */
export const dealExtra = [
  "amount",
  "amount_in_home_currency",
  "closedate",
  "createdate",
  "dealtype",
  "dealstage",
  "pipeline",
  "hs_is_closed",
  "hs_is_closed_won",
];
/** HubSpot's own label of the main company of a deal, from either side (npm: AssociationTypes). */
const primaryFromDeal = 5;
const primaryFromCompany = 6;
const referral = associationLabels.find(({ name }) => name === "keyline_referred_by");
const referredBy = [...Object.values(referral?.label ?? {}), ...Object.values(referral?.inverse ?? {})];

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
  const ties = [...byCompany.values()].flat();
  // Whether another company is the primary one is asked only for deals that do not say that this one is.
  const doubtful = ties.filter((tie) => !isTied(tie, primaryFromCompany)).map(({ id }) => id);
  const [records, companies] = await Promise.all([
    hubspot.records("deals").read(
      ties.map(({ id }) => id),
      { extra: dealExtra },
    ),
    hubspot.associations.read("deals", "companies", doubtful),
  ]);
  const stages = stagesOf(pipelines);
  const known = new Map(records.map((record) => [record.id, dealFacts(record, stages, currency)]));
  const hasPrimary = (id: string) => (companies.get(id) ?? []).some((tie) => isTied(tie, primaryFromDeal));
  return new Map(
    [...byCompany].map(([companyId, own]) => [companyId, dealsOf(own, (id) => known.get(id), hasPrimary)]),
  );
}

export function stagesOf(pipelines: readonly Pipeline[]): Map<string, Pipeline["stages"][number]> {
  return new Map(pipelines.flatMap((pipeline) => pipeline.stages.map((stage) => [stage.id, stage] as const)));
}

function dealsOf(
  ties: readonly Associated[],
  find: (id: string) => DealFacts | undefined,
  hasPrimary: (id: string) => boolean,
): DealsOfCompany {
  const own: DealsOfCompany = { deals: [], referredDeals: [] };
  for (const tie of joined(ties)) {
    const deal = find(tie.id);
    if (!deal) continue;
    const isReferrer = tie.types.some(({ label }) => label !== null && referredBy.includes(label));
    if (isReferrer) own.referredDeals.push(deal);
    if (isTied(tie, primaryFromCompany) || (!isReferrer && !hasPrimary(tie.id))) own.deals.push(deal);
  }
  return own;
}

/** A record that comes several times, once for each label, is one. */
function joined(ties: readonly Associated[]): Associated[] {
  const byId = new Map<string, Associated>();
  for (const { id, types } of ties) byId.set(id, { id, types: [...(byId.get(id)?.types ?? []), ...types] });
  return [...byId.values()];
}

function isTied({ types }: Associated, typeId: number): boolean {
  return types.some((type) => type.category === "HUBSPOT_DEFINED" && type.typeId === typeId);
}

export function dealFacts(
  { id, raw, createdAt, updatedAt }: Rec,
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
    pipelineId: raw["pipeline"] || null,
    stageId: raw["dealstage"] || null,
    modifiedAt: Date.parse(updatedAt),
  };
}
