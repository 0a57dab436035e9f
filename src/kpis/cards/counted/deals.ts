import { stagesOf } from "../../../hubspot/index.ts";
import { dealExtra, dealFacts } from "../../facts/read-deals.ts";
import { dayOf, type ReadCounted } from "./counted.ts";

/** Deals count with their amount; those that came by a referral count for one. */
export const readCountedDeals: ReadCounted = async (hubspot, ids, counting) => {
  const [records, pipelines] = await Promise.all([
    hubspot.records("deals").read(ids, { extra: ["dealname", ...dealExtra] }),
    hubspot.pipelines("deals"),
  ]);
  const stages = stagesOf(pipelines);
  return records.map((record) => {
    const { amountMinor, closedAt, createdAt } = dealFacts(record, stages, counting.currency);
    const isReferral = counting.metric === "referrals";
    const isBefore = counting.metric === "revenue_growth" && closedAt !== null && closedAt < counting.span.from;
    return {
      id: record.id,
      name: record.raw["dealname"] || record.id,
      on: dayOf(isReferral ? createdAt : closedAt, counting),
      share: isReferral ? { kind: "one" } : { kind: "money", amountMinor, isBefore },
      note: null,
    };
  });
};
