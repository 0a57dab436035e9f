import {
  accountSignal,
  accountSignalKey,
  signalKinds,
  type AccountSignal,
  type KpisWritten,
  type RecordSignal,
} from "@keyline/domain";
import { wrongField, type Desk } from "../../desk/index.ts";
import { readKpiAccount, type KpiAccount } from "./kpi-account.ts";
import { recalculateFew } from "../recalculate-running.ts";
import { kpisOf } from "./kpis-of.ts";
import { todayOf } from "./shown-periods.ts";

/** A referral or a testimonial. The same intent sent twice is one record: its key is made of the intent's. */
export async function recordSignal(desk: Desk, asked: RecordSignal): Promise<KpisWritten> {
  const { hubspot } = desk;
  const { companyId, contactId, happenedOn, shown } = asked;
  if (happenedOn > todayOf(desk)) throw wrongField("happenedOn", "in-the-future", desk.caller.language);
  const [account, ownerId] = await Promise.all([readKpiAccount(desk, companyId), ownerOf(desk)]);
  const key = accountSignalKey(companyId, asked.idempotencyKey);
  const properties = { ...signalOf(desk, account, asked), hubspot_owner_id: ownerId };
  const { written, refused } = await hubspot.records(accountSignal).upsert([{ key, properties }]);
  if (refused[0]) throw refused[0].problem;
  const from = written[0]?.id ?? "";
  const tied = await Promise.all([
    hubspot.associations.create(accountSignal, "companies", [{ from, to: companyId }]),
    ...(contactId ? [hubspot.associations.create(accountSignal, "contacts", [{ from, to: contactId }])] : []),
  ]);
  const notTied = tied.flatMap((answer) => answer.refused)[0];
  if (notTied) throw notTied.problem;
  const numbers = await recalculateFew(desk, [companyId], { day: happenedOn });
  // What was recorded stands; the numbers follow with the next recalculation.
  for (const one of numbers.refused) {
    desk.log.warn({ key: one.key, reason: one.problem.message }, "HubSpot did not take a KPI");
  }
  return { outcome: "saved", kpis: await kpisOf(desk, { companyId, period: shown }) };
}

function signalOf(
  { caller }: Desk,
  account: KpiAccount,
  { kind, happenedOn, about, quote, mayBeQuoted }: RecordSignal,
): Partial<AccountSignal> {
  return {
    signal_name: about || `${signalKinds.label(kind, caller.language)}: ${account.name}`,
    signal_kind: kind,
    happened_on: happenedOn,
    company_record_id: Number(account.id),
    ...(quote && { quote, may_be_quoted: mayBeQuoted }),
  };
}

/** The person who records it, as an owner of records; null for a user who owns none. */
async function ownerOf({ hubspot, caller }: Desk): Promise<string | null> {
  const owners = await hubspot.owners();
  return owners.find(({ userId, hasLeft }) => userId === caller.userId && !hasLeft)?.id ?? null;
}
