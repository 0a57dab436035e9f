import { languages, type Language, type Words } from "@keyline/domain";
import type { PropertyChange, WireOption, WireProperty } from "../hubspot/index.ts";
import type { DesiredProperty } from "./property-of.ts";

export interface PropertyDifference {
  change: PropertyChange | null;
  /** Option values that the change adds. */
  adds: string[];
  /** What stands in the way and has to be mended by a person. */
  warnings: string[];
}

/**
 * One property against what stands. People's changes win: a label, description or option label is touched only while
 * it still is one of our own words (in another language, after the setting changed); options are added, never removed.
 */
export function diffProperty(stood: WireProperty, wanted: DesiredProperty, language: Language): PropertyDifference {
  const { input } = wanted;
  if (stood.type !== input.type) {
    const message = `has the type ${stood.type} in this portal instead of ${input.type}; Keyline cannot use it. Rename the property in HubSpot's settings.`;
    return { change: null, adds: [], warnings: [message] };
  }
  const warnings: string[] = [];
  if (input.hasUniqueValue && !stood.hasUniqueValue)
    warnings.push("stands without unique values, which cannot be added later.");
  const label = renamed(stood.label, wanted.label, language);
  const description = wanted.help && renamed(stood.description, wanted.help, language);
  const { options, adds } = mergeOptions(stood.options ?? [], wanted, language);
  if (adds.length > 0 && stood.modificationMetadata?.readOnlyOptions) {
    warnings.push(`lacks the options ${adds.join(", ")}, and HubSpot does not let apps add options to it.`);
    return { change: null, adds: [], warnings };
  }
  const change: PropertyChange = {
    ...(label !== undefined && { label }),
    ...(description !== undefined && { description }),
    ...(options && { options }),
  };
  return { change: Object.keys(change).length > 0 ? change : null, adds, warnings };
}

/** The label in the language that is set, when what stands is ours in another one. */
function renamed(stands: string | undefined, words: Words, language: Language): string | undefined {
  const isOurs = languages.some((one) => words[one] === stands);
  return isOurs && stands !== words[language] ? words[language] : undefined;
}

/** HubSpot replaces the whole list of options, so that what stands is sent along as it is. */
function mergeOptions(stands: readonly WireOption[], wanted: DesiredProperty, language: Language) {
  const values = new Set(stands.map((option) => option.value));
  const last = Math.max(-1, ...stands.map((option) => option.displayOrder));
  const missing = (wanted.input.options ?? []).filter((option) => !values.has(option.value));
  const kept = stands.map((option) => {
    const words = wanted.options[option.value];
    return { ...option, label: (words && renamed(option.label, words, language)) ?? option.label };
  });
  const isRenamed = kept.some((option, index) => option.label !== stands[index]?.label);
  const added = missing.map((option, index) => ({ ...option, displayOrder: last + 1 + index }));
  return {
    options: isRenamed || added.length > 0 ? [...kept, ...added] : undefined,
    adds: added.map((option) => option.value),
  };
}
