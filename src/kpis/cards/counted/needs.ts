import { accountNeed, dateIn } from "@keyline/domain";
import type { ReadCounted } from "./counted.ts";

const properties = ["need_name", "need_status", "voiced_on", "met_on", "dropped_on", "what"] as const;

/** Needs count by whether they were met in the period. */
export const readCountedNeeds: ReadCounted = async (hubspot, ids, { timeZone }) => {
  const records = await hubspot.records(accountNeed).read(ids, { properties });
  return records.map(({ id, properties: need, createdAt }) => {
    const opened = need.voiced_on ?? dateIn(timeZone, new Date(createdAt));
    return {
      id,
      name: need.need_name ?? id,
      on: need.met_on ?? need.dropped_on ?? opened,
      share: need.need_status ? { kind: "need", status: need.need_status } : { kind: "one" },
      note: need.what,
    };
  });
};
