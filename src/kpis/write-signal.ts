import { accountSignal, accountSignalKey, signalKinds, type PlainDate, type SignalKind } from "@keyline/domain";
import type { Desk } from "../desk/index.ts";

/** One dated fact to be kept. `onceId` makes its key: the same again is the same record. */
export interface SignalToKeep {
  company: { id: string; name: string };
  onceId: string;
  kind: SignalKind;
  happenedOn: PlainDate;
  /** What it was about, in a few words; without them it is named after its kind and company. */
  about: string | null;
  note?: string | null;
  quote?: string | null;
  mayBeQuoted?: boolean;
  /** The contact who told us. */
  contactId?: string | null;
}

/** Keeps one signal, tied to its company and to who told us. Throws HubSpot's refusal. Returns its record id. */
export async function writeSignal(desk: Desk, signal: SignalToKeep): Promise<string> {
  const { hubspot, caller } = desk;
  const { company, kind, note, quote, contactId } = signal;
  const properties = {
    signal_name: signal.about || `${signalKinds.label(kind, caller.language)}: ${company.name}`,
    signal_kind: kind,
    happened_on: signal.happenedOn,
    company_record_id: Number(company.id),
    hubspot_owner_id: await ownerOf(desk),
    ...(note && { note }),
    ...(quote && { quote, may_be_quoted: signal.mayBeQuoted ?? false }),
  };
  const key = accountSignalKey(company.id, signal.onceId);
  const { written, refused } = await hubspot.records(accountSignal).upsert([{ key, properties }]);
  if (refused[0]) throw refused[0].problem;
  const from = written[0]?.id ?? "";
  const tied = await Promise.all([
    hubspot.associations.create(accountSignal, "companies", [{ from, to: company.id }]),
    ...(contactId ? [hubspot.associations.create(accountSignal, "contacts", [{ from, to: contactId }])] : []),
  ]);
  const notTied = tied.flatMap((answer) => answer.refused)[0];
  if (notTied) throw notTied.problem;
  return from;
}

/** The person who records it, as an owner of records; null for a user who owns none, and for a workflow. */
async function ownerOf({ hubspot, caller }: Desk): Promise<string | null> {
  const owners = await hubspot.owners();
  return owners.find(({ userId, hasLeft }) => userId === caller.userId && !hasLeft)?.id ?? null;
}
