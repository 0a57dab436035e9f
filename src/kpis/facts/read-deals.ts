import { toMinor } from "@keyline/domain";
import {
  dealStanding,
  dealStandingExtra,
  momentMs,
  readDealTies,
  stagesOf,
  type HubSpot,
  type Rec,
  type Stage,
} from "../../hubspot/index.ts";
import type { DealFacts } from "./facts.ts";

/** What a deal is read with. */
export const dealExtra = [
  ...dealStandingExtra,
  "amount",
  "amount_in_home_currency",
  "closedate",
  "createdate",
  "dealtype",
  "pipeline",
];

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
  const [ties, pipelines] = await Promise.all([
    readDealTies(hubspot.associations, companyIds),
    hubspot.pipelines("deals"),
  ]);
  const [records, byCompany] = await Promise.all([
    hubspot.records("deals").read(ties.ids, { extra: dealExtra }),
    ties.byCompany(),
  ]);
  const stages = stagesOf(pipelines);
  const known = new Map(records.map((record) => [record.id, dealFacts(record, stages, currency)]));
  const factsOf = (ids: readonly string[]) => ids.flatMap((id) => known.get(id) ?? []);
  return new Map(
    [...byCompany].map(([companyId, { own, referred }]) => [
      companyId,
      { deals: factsOf(own), referredDeals: factsOf(referred) },
    ]),
  );
}

export function dealFacts(
  { id, raw, createdAt, updatedAt }: Rec,
  stages: ReadonlyMap<string, Stage>,
  currency: string,
): DealFacts {
  const amount = raw["amount_in_home_currency"] || raw["amount"];
  return {
    id,
    standing: dealStanding(raw, stages),
    amountMinor: amount ? (toMinor(amount, currency) ?? null) : null,
    closedAt: momentMs(raw["closedate"]),
    createdAt: momentMs(raw["createdate"]) ?? Date.parse(createdAt),
    dealType: raw["dealtype"] || null,
    pipelineId: raw["pipeline"] || null,
    stageId: raw["dealstage"] || null,
    modifiedAt: Date.parse(updatedAt),
  };
}
