import { accountNeed, associationLabels, type Words } from "@keyline/domain";
import type { Associated, HubSpot } from "../hubspot/index.ts";

/** HubSpot's label between a need and who voiced it, in whatever language the portal has it. */
export const voicedByLabel: Words = associationLabels.find(({ name }) => name === "keyline_voiced_by")?.label ?? {
  en: "Voiced by",
  ar: "",
};
const words = new Set<string | null>(Object.values(voicedByLabel));

/** Those of a need's contacts who voiced it; others may hang on it for other reasons. */
export function whoVoiced(contacts: readonly Associated[] | undefined): string[] {
  return (contacts ?? []).filter(({ types }) => types.some(({ label }) => words.has(label))).map(({ id }) => id);
}

/** Ties a need to who voiced it, and lets go of who was said to have voiced it before. */
export async function tieVoices(
  hubspot: HubSpot,
  needId: string,
  { before, after }: { before: string | null; after: string | null },
): Promise<void> {
  const pair = (contactId: string) => ({ from: needId, to: contactId, label: voicedByLabel });
  if (after !== null) {
    const { refused } = await hubspot.associations.create(accountNeed, "contacts", [pair(after)]);
    if (refused[0]) throw refused[0].problem;
  }
  if (before !== null && before !== after) await hubspot.associations.remove(accountNeed, "contacts", [pair(before)]);
}
