import { accountNeed, dateIn, type AccountNeed, type NeedContent, type NeedRow } from "@keyline/domain";
import type { ReadValues, Rec } from "../hubspot/index.ts";

type NeedFields = (typeof accountNeed)["fields"];

/** A need as HubSpot has it, with the contacts who voiced it where those were read. */
export interface StoredNeed {
  readonly id: string;
  readonly values: ReadValues<NeedFields>;
  readonly createdAt: string;
  readonly voicedBy: readonly string[];
  /** The company of the family that it belongs to; null: the one that was asked for. */
  readonly companyId: string | null;
}

/** `associated`: contacts that the need hangs on; the one that the need names itself stands first. */
export function storedNeed(
  record: Rec<NeedFields>,
  companyId: string | null,
  associated: readonly string[] = [],
): StoredNeed {
  const first = record.properties.voiced_by_contact_id;
  const voicedBy = [...new Set([...(first ? [first] : []), ...associated])];
  return { id: record.id, values: record.properties, createdAt: record.createdAt, voicedBy, companyId };
}

/** As the list shows it; null for a record that lacks its key, which nothing of ours wrote. */
export function needRowOf(
  { id, companyId, values, createdAt, voicedBy }: StoredNeed,
  timeZone: string,
): NeedRow | null {
  if (values.need_key === null) return null;
  const status = values.need_status ?? "identified";
  return {
    id,
    key: values.need_key,
    companyId,
    name: values.need_name || id,
    status,
    kind: values.need_kind,
    priority: values.priority,
    risk: values.risk,
    source: values.need_source,
    voicedBy: voicedBy.filter((contactId) => /^\d+$/.test(contactId)),
    voicedOn: values.voiced_on,
    knownOn: values.last_confirmed_on ?? values.voiced_on ?? dateIn(timeZone, new Date(createdAt)),
    confirmedOn: values.last_confirmed_on,
    dealId: values.opened_deal_id,
    endedOn: status === "met" ? values.met_on : status === "dropped" ? values.dropped_on : null,
  };
}

/** What a person wrote about it. */
export function contentOf({ id, values }: StoredNeed): NeedContent {
  return {
    name: values.need_name?.trim() || id,
    kind: values.need_kind,
    priority: values.priority,
    risk: values.risk,
    source: values.need_source,
    what: values.what?.trim() || null,
    why: values.why?.trim() || null,
    evidence: values.evidence?.trim() || null,
    voicedById: values.voiced_by_contact_id,
    voicedOn: values.voiced_on,
  };
}

const propertyOf = {
  name: "need_name",
  kind: "need_kind",
  priority: "priority",
  risk: "risk",
  source: "need_source",
  what: "what",
  why: "why",
  evidence: "evidence",
  voicedById: "voiced_by_contact_id",
  voicedOn: "voiced_on",
} as const satisfies Record<keyof NeedContent, keyof AccountNeed>;

/** Content as properties; what is left out stays as it is. */
export function propertiesOf(content: Partial<NeedContent>): Partial<AccountNeed> {
  const entries = Object.entries(content).map(([name, value]) => [
    propertyOf[name as keyof NeedContent],
    value === "" ? null : value,
  ]);
  return Object.fromEntries(entries) as Partial<AccountNeed>;
}
