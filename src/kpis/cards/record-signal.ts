import type { KpisWritten, RecordSignal } from "@keyline/domain";
import { wrongField, type Desk } from "../../desk/index.ts";
import { recalculateFew } from "../recalculate-running.ts";
import { writeSignal } from "../write-signal.ts";
import { readKpiAccount } from "./kpi-account.ts";
import { kpisOf } from "./kpis-of.ts";
import { todayOf } from "./shown-periods.ts";

/** A referral or a testimonial. The same intent sent twice is one record: its key is made of the intent's. */
export async function recordSignal(desk: Desk, asked: RecordSignal): Promise<KpisWritten> {
  const { companyId, happenedOn, shown, idempotencyKey, kind, about, quote, mayBeQuoted, contactId } = asked;
  if (happenedOn > todayOf(desk)) throw wrongField("happenedOn", "in-the-future", desk.caller.language);
  const company = await readKpiAccount(desk, companyId);
  const signal = { kind, happenedOn, about, quote, mayBeQuoted, contactId };
  await writeSignal(desk, { company, onceId: idempotencyKey, ...signal });
  const numbers = await recalculateFew(desk, [companyId], { day: happenedOn });
  // What was recorded stands; the numbers follow with the next recalculation.
  for (const one of numbers.refused) {
    desk.log.warn({ key: one.key, reason: one.problem.message }, "HubSpot did not take a KPI");
  }
  return { outcome: "saved", kpis: await kpisOf(desk, { companyId, period: shown }) };
}
