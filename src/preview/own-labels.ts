import { type Declared, type Language, type Words, declarations } from "@keyline/domain";
import type { PropertyDefinition, Schema } from "./crm.ts";

/**
 * Labels in the reader's language. A portal's own properties have labels in one language only; HubSpot's are translated, and so
 * that an Arabic page reads as one, ours are here too.
 */
export function labelsFor(
  type: string,
  definitions: PropertyDefinition[],
  schemas: Schema[],
  language: Language,
): PropertyDefinition[] {
  const name = schemas.find(({ objectTypeId, fullyQualifiedName }) =>
    [objectTypeId, fullyQualifiedName].includes(type),
  )?.name;
  const declared = declarations.find((one) => one.name === (name ?? standardNames[type] ?? type));
  return definitions.map((definition) => inWords(definition, declared, language));
}

/** Names of our objects in every language, by the schema's name. */
export const objectWords: Record<string, Words> = Object.fromEntries(
  declarations.flatMap((one) => (one.kind === "object" ? [[one.name, one.label.many] as const] : [])),
);

function inWords(
  definition: PropertyDefinition,
  declared: Declared | undefined,
  language: Language,
): PropertyDefinition {
  const field = declared?.fields[definition.name];
  const label = field?.label ?? standardWords[definition.name];
  if (!label) return definition;
  const choices = field?.choices;
  return {
    ...definition,
    label: label[language],
    ...(choices && {
      options: choices.values.map((value) => ({ value, label: choices.label(value, language) })),
    }),
  };
}

const standardNames: Record<string, string> = { "0-1": "contacts", "0-2": "companies", "0-27": "tasks" };

/** HubSpot translates its own labels; these are the ones that the page shows. */
const standardWords: Record<string, Words> = {
  hubspot_owner_id: { en: "Company owner", ar: "مالك الشركة" },
  domain: { en: "Company domain name", ar: "نطاق الشركة" },
  industry: { en: "Industry", ar: "القطاع" },
  city: { en: "City", ar: "المدينة" },
  country: { en: "Country/Region", ar: "البلد" },
  numberofemployees: { en: "Number of employees", ar: "عدد الموظفين" },
  annualrevenue: { en: "Annual revenue", ar: "الإيراد السنوي" },
  phone: { en: "Phone number", ar: "رقم الهاتف" },
};
