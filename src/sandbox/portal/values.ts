import { dateText, isoText, momentMs } from "./moment-text.ts";
import type { Property } from "./property.ts";

/** HubSpot's longest text value. */
export const MAX_TEXT = 65_536;

export type Reading = { value: string } | { code: string; message: string };

/** What a value may refer to besides the property's own options. */
export interface Known {
  isOwner(id: string): boolean;
}

/**
 * Reads one value as it came in JSON: the text that is stored ("" clears), or HubSpot's complaint.
 * `current` is the stored value: a checkbox value that starts with `;` is added to it.
 */
export function readValue(property: Property, raw: unknown, current: string | undefined, known: Known): Reading {
  if (typeof raw !== "string" && typeof raw !== "number" && typeof raw !== "boolean") {
    return {
      code: "INVALID_VALUE",
      message: `${JSON.stringify(raw)} was not a valid value for ${property.name}; send "" to clear it.`,
    };
  }
  const text = String(raw);
  if (text === "") return { value: "" };
  return readers[property.type](text, property, current, known);
}

const readers: Record<
  Property["type"],
  (text: string, property: Property, current: string | undefined, known: Known) => Reading
> = {
  string: readText,
  phone_number: readText,
  number: (text) =>
    /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text.trim())
      ? { value: text.trim() }
      : { code: "INVALID_INTEGER", message: `${text} was not a valid number.` },
  date: (text) => {
    const date = dateText(text);
    if (date !== undefined) return { value: date };
    return momentMs(text) === undefined
      ? { code: "INVALID_DATE", message: `${text} was not a valid date.` }
      : { code: "INVALID_DATE", message: `${text} is at a time that is not midnight UTC.` };
  },
  datetime: (text) => {
    const ms = momentMs(text);
    return ms === undefined
      ? { code: "INVALID_DATE", message: `${text} was not a valid datetime.` }
      : { value: isoText(ms) };
  },
  bool: (text, property) => (text === "true" || text === "false" ? { value: text } : badOption([text], property)),
  enumeration: (text, property, current, known) => {
    if (property.referencedObjectType === "OWNER") {
      const ids = property.fieldType === "checkbox" ? text.split(";").filter((part) => part !== "") : [text];
      const missing = ids.find((id) => !known.isOwner(id));
      return missing === undefined
        ? { value: ids.join(";") }
        : { code: "INVALID_OWNER_ID", message: `Owner ${missing} does not exist` };
    }
    if (property.externalOptions) return { value: text };
    return property.fieldType === "checkbox" ? readChoices(text, property, current) : readChoice(text, property);
  },
};

function readText(text: string, property: Property): Reading {
  if (text.length > MAX_TEXT) {
    return {
      code: "PROPERTY_VALUE_TOO_LONG",
      message: `The value of ${property.name} is ${text.length} characters long; at most ${MAX_TEXT} are allowed.`,
    };
  }
  if (property.name === "email" && property.hubspotDefined) return readEmail(text);
  return { value: property.name === "domain" && property.hubspotDefined ? text.trim().toLowerCase() : text };
}

function readEmail(text: string): Reading {
  return /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@.,;<>"]{2,}$/.test(text.trim())
    ? { value: text.trim().toLowerCase() }
    : { code: "INVALID_EMAIL", message: `Email address ${text} is invalid` };
}

function readChoice(text: string, property: Property): Reading {
  return isOption(property, text) ? { value: text } : badOption([text], property);
}

function readChoices(text: string, property: Property, current: string | undefined): Reading {
  const added = text.split(";").filter((part) => part !== "");
  const wrong = added.filter((part) => !isOption(property, part));
  if (wrong.length > 0) return badOption(wrong, property);
  const before = text.startsWith(";") && current ? current.split(";") : [];
  return { value: [...new Set([...before, ...added])].join(";") };
}

const isOption = (property: Property, value: string) => property.options.some((option) => option.value === value);

function badOption(values: string[], property: Property): Reading {
  const allowed = property.options.map((option) => option.value).join(", ");
  return {
    code: "INVALID_OPTION",
    message: `${values.join(", ")} was not one of the allowed options: [${allowed}]`,
  };
}
