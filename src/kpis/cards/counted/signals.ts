import { accountSignal } from "@keyline/domain";
import type { ReadCounted } from "./counted.ts";

const properties = ["signal_name", "signal_kind", "happened_on", "quote", "note"] as const;

/** Referrals and testimonials as people recorded them. */
export const readCountedSignals: ReadCounted = async (hubspot, ids) => {
  const records = await hubspot.records(accountSignal).read(ids, { properties });
  return records.map(({ id, properties: signal }) => ({
    id,
    name: signal.signal_name ?? id,
    on: signal.happened_on,
    share: signal.signal_kind ? { kind: "signal", is: signal.signal_kind } : { kind: "one" },
    note: signal.quote ?? signal.note,
  }));
};
