import {
  degrees,
  needKinds,
  needSources,
  needStatuses,
  isPlainDate,
  type Choices,
  type NeedContent,
  type NeedHistoryField,
  type NeedsAnswer,
} from "@keyline/domain";
import { dateFormat, type Host, type PlainKey } from "@keyline/ui";

/** What people call each thing that is written about a need. */
export const fieldNames: Record<NeedHistoryField, PlainKey> = {
  need_name: "needTitle",
  need_status: "needStatus",
  priority: "needPriority",
  risk: "needRisk",
  need_source: "needSource",
  need_kind: "needKind",
  what: "needWhat",
  why: "needWhy",
  evidence: "needEvidence",
  voiced_by_contact_id: "needVoice",
  voiced_on: "needVoicedOn",
  last_confirmed_on: "needConfirmedOn",
  opened_deal_id: "needDeal",
  met_evidence: "needMetEvidence",
  drop_reason: "needDropReason",
};

const fieldOf: Record<keyof NeedContent, NeedHistoryField> = {
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
};

const vocabularies: Partial<Record<NeedHistoryField, Choices>> = {
  need_status: needStatuses,
  priority: degrees,
  risk: degrees,
  need_source: needSources,
  need_kind: needKinds,
};

type Known = Pick<NeedsAnswer, "people" | "deals" | "today">;

/** A value as people read it: a word of a vocabulary, a day, a name; texts of several lines are cut. */
export function valueText(
  field: NeedHistoryField,
  value: string,
  known: Known,
  { say, language, locale }: Host,
): string {
  if (value === "") return say("none");
  const vocabulary = vocabularies[field];
  if (vocabulary?.has(value)) return vocabulary.label(value, language);
  if (isPlainDate(value)) return dateFormat(locale, known.today).day(value);
  if (field === "voiced_by_contact_id")
    return known.people.find(({ id }) => id === value)?.name ?? say("needVoiceGone");
  if (field === "opened_deal_id") return known.deals.find(({ id }) => id === value)?.name ?? say("needSomeDeal");
  return value.length > shownCharacters ? `${value.slice(0, shownCharacters)}…` : value;
}

const shownCharacters = 120;

/** "Risk: High, Why it matters to them: Auditors ask". */
export function contentText(content: Partial<NeedContent>, known: Known, host: Host): string {
  const parts = (Object.keys(content) as (keyof NeedContent)[]).map((name) => {
    // oxlint-disable-line typescript/no-unsafe-type-assertion -- keys of a partial content
    const field = fieldOf[name];
    const value = valueText(field, content[name] ?? "", known, host);
    return host.say("needFieldValue", { field: host.say(fieldNames[field]), value });
  });
  return host.line(parts, "comma");
}
