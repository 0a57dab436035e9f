import { momentMs } from "../../../hubspot/index.ts";
import { dayOf, type ReadCounted } from "./counted.ts";

/** Each open ticket counts for one, with the day on which it was opened. */
export const readCountedTickets: ReadCounted = async (hubspot, ids, counting) => {
  const records = await hubspot.records("tickets").read(ids, { extra: ["subject", "createdate"] });
  return records.map(({ id, raw, createdAt }) => ({
    id,
    name: raw["subject"] || id,
    on: dayOf(momentMs(raw["createdate"]) ?? Date.parse(createdAt), counting),
    share: { kind: "one" },
    note: null,
  }));
};
