import { needSources, type NeedRow, type NeedsAnswer } from "@keyline/domain";
import { dateFormat, type Host } from "@keyline/ui";

/** The company of the family whose need it is; empty for the company's own. */
export function memberName({ companyId }: NeedRow, { family }: Pick<NeedsAnswer, "family">): string {
  return family.find(({ id }) => id === companyId)?.name ?? "";
}

/** Who voiced it: "S. Haddad", "S. Haddad and 2 others"; empty when nobody is known. */
export function voiceText(
  { voicedBy }: Pick<NeedRow, "voicedBy">,
  { people }: Pick<NeedsAnswer, "people">,
  { say }: Host,
): string {
  const [first, ...others] = voicedBy;
  if (first === undefined) return "";
  const name = people.find(({ id }) => id === first)?.name ?? say("needVoiceGone");
  return others.length === 0 ? name : say("needVoiceAndOthers", { name, count: others.length });
}

/** "Meeting with stakeholders · 3 Nov". */
export function sourceText({ source, voicedOn }: NeedRow, today: NeedsAnswer["today"], host: Host): string {
  const { line, language, locale } = host;
  return line([source && needSources.label(source, language), voicedOn && dateFormat(locale, today).day(voicedOn)]);
}
