import type { ObjectType } from "../types/index.ts";
import type { Filter } from "./find-matches.ts";
import { dateText, momentMs } from "./moment-text.ts";
import type { Portal } from "./portal.ts";
import type { Property } from "./property.ts";
import type { StoredRecord } from "./stored-record.ts";

type Matcher = (record: StoredRecord) => boolean;

/**
 * A test for one filter. As in HubSpot, text compares without case except for enumerations, IN and NOT_IN on text want
 * lower-case values, and a negative operator does not find records that have no value at all.
 */
export function matcherOf(portal: Portal, type: ObjectType, filter: Filter): Matcher {
  const { propertyName, property, operator } = filter;
  if (!property) return associationMatcher(portal, type, filter);
  const has = (record: StoredRecord) => record.values[propertyName] !== undefined;
  switch (operator) {
    case "HAS_PROPERTY":
      return has;
    case "NOT_HAS_PROPERTY":
      return (record) => !has(record);
    case "EQ":
    case "IN":
      return equality(property, filter);
    case "NEQ":
    case "NOT_IN": {
      const same = equality(property, filter);
      return (record) => has(record) && !same(record);
    }
    case "CONTAINS_TOKEN":
      return tokens(propertyName, filter.values[0]!);
    case "NOT_CONTAINS_TOKEN": {
      const contains = tokens(propertyName, filter.values[0]!);
      return (record) => has(record) && !contains(record);
    }
    default:
      return range(property, filter);
  }
}

function equality(property: Property, { propertyName, operator, values }: Filter): Matcher {
  if (isOrdered(property)) {
    const wanted = new Set(values.map((value) => boundOf(property, value)));
    return (record) => {
      const value = record.values[propertyName];
      return value !== undefined && wanted.has(orderOf(property, value));
    };
  }
  if (property.type === "enumeration") {
    const wanted = new Set(values);
    if (property.fieldType !== "checkbox") return (record) => wanted.has(record.values[propertyName] ?? "");
    return (record) => (record.values[propertyName] ?? "").split(";").some((part) => wanted.has(part));
  }
  const isList = operator === "IN" || operator === "NOT_IN";
  const wanted = new Set(isList ? values : values.map((value) => value.toLowerCase()));
  return (record) => {
    const value = record.values[propertyName];
    return value !== undefined && wanted.has(value.toLowerCase());
  };
}

function range(property: Property, { propertyName, operator, values }: Filter): Matcher {
  const low = boundOf(property, values[0]!);
  const high = values[1] === undefined ? low : boundOf(property, values[1]);
  const compare: Record<string, (value: number | string) => boolean> = {
    LT: (value) => value < low,
    LTE: (value) => value <= low,
    GT: (value) => value > low,
    GTE: (value) => value >= low,
    BETWEEN: (value) => value >= low && value <= high,
  };
  const test = compare[operator]!;
  return (record) => {
    const value = record.values[propertyName];
    return value !== undefined && test(orderOf(property, value));
  };
}

const isOrdered = (property: Property) =>
  property.type === "number" || property.type === "date" || property.type === "datetime";

/** What a stored value is compared by. Stored dates are `YYYY-MM-DD`, which compare as text. */
function orderOf(property: Property, value: string): number | string {
  if (property.type === "number") return Number(value);
  if (property.type === "datetime") return Date.parse(value);
  return property.type === "date" ? value : value.toLowerCase();
}

/** The same of a value in a filter, which may be written in more ways. */
function boundOf(property: Property, value: string): number | string {
  if (property.type === "datetime") return momentMs(value) ?? Number.NaN;
  // Within a day, the longer text sorts after the day's own.
  if (property.type === "date") return dateText(value) ?? new Date(momentMs(value)!).toISOString();
  return orderOf(property, value);
}

/** Every word of the value must be a word of the text; `*` stands for any letters. */
function tokens(propertyName: string, value: string): Matcher {
  const patterns = words(value).map(
    (word) => new RegExp(`^${word.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*")}$`, "u"),
  );
  return (record) => {
    const parts = words(record.values[propertyName] ?? "");
    return patterns.length > 0 && patterns.every((pattern) => parts.some((part) => pattern.test(part)));
  };
}

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}*]+/gu) ?? [];

function associationMatcher(portal: Portal, type: ObjectType, { propertyName, operator, values }: Filter): Matcher {
  const to = portal.types.named(propertyName.slice("associations.".length));
  const idsOf = (record: StoredRecord) => portal.links.toIds({ typeId: type.typeId, id: record.id }, to.typeId);
  switch (operator) {
    case "EQ":
    case "IN":
      return (record) => idsOf(record).some((id) => values.includes(id));
    case "HAS_PROPERTY":
      return (record) => idsOf(record).length > 0;
    case "NOT_HAS_PROPERTY":
      return (record) => idsOf(record).length === 0;
    default:
      return (record) => !idsOf(record).some((id) => values.includes(id));
  }
}
