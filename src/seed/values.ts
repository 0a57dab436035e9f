import type { ColumnStyle } from "./columns.ts";
import { readDate, readMoment } from "./date-text.ts";
import { readNumber } from "./number-text.ts";
import type { Definition } from "./portal.ts";

/** A value as HubSpot stores it, or what is wrong with the text. */
export type Reading = { value: string } | { problem: string };

/** Reads one filled cell by the property it goes to. */
export function readValue(text: string, definition: Definition, style: ColumnStyle, timeZone: string): Reading {
  switch (definition.type) {
    case "number":
      return valueOr(readNumber(text, style.decimal), "is not a number");
    case "date":
      return valueOr(readDate(text, style.dayPlace), notADate(text));
    case "datetime":
      return valueOr(readMoment(text, style.dayPlace, timeZone), notADate(text));
    case "bool":
      return valueOr(readFlag(text), "is neither yes nor no");
    case "enumeration":
      return readOptions(text, definition);
    default:
      return readText(text, definition);
  }
}

function readText(text: string, definition: Definition): Reading {
  if (text.length > 65_536) return { problem: "is longer than the 65,536 characters that HubSpot keeps" };
  if (definition.name !== "email") return { value: text };
  return /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@.,;<>"]{2,}$/.test(text)
    ? { value: text.toLowerCase() }
    : { problem: "is not an email address" };
}

function readFlag(text: string): string | undefined {
  if (/^(true|yes|y|1|نعم)$/i.test(text)) return "true";
  if (/^(false|no|n|0|لا)$/i.test(text)) return "false";
  return undefined;
}

/** An export writes labels, several joined by `;`; internal values are welcome too. */
function readOptions(text: string, definition: Definition): Reading {
  const isMany = definition.fieldType === "checkbox";
  const wanted = isMany
    ? text
        .split(";")
        .map((part) => part.trim())
        .filter((part) => part !== "")
    : [text];
  const values = wanted.map((part) => findOption(part, definition));
  const missing = wanted.filter((_, at) => values[at] === undefined);
  if (missing.length === 0) return { value: values.join(";") };
  return { problem: `is not one of its options (${nearest(definition)})` };
}

/** The internal value of an option, told by its value or its label. */
export function findOption(text: string, { options }: Definition): string | undefined {
  const exact = options.find((option) => option.value === text || option.label === text);
  return (exact ?? options.find((option) => loose(option.value) === loose(text) || loose(option.label) === loose(text)))
    ?.value;
}

/** "Food & Beverages", "food_beverages" and "Food and beverages" are one. */
const loose = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/ and /g, " ")
    .replaceAll(" ", "");

function nearest({ options }: Definition): string {
  const shown = options.slice(0, 5).map((option) => option.label);
  return options.length > 5 ? `${shown.join(", ")}, …` : shown.join(", ");
}

const notADate = (text: string): string =>
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(text) ? "may be two dates; write it as YYYY-MM-DD" : "is not a date";

const valueOr = (value: string | undefined, problem: string): Reading =>
  value === undefined ? { problem } : { value };
