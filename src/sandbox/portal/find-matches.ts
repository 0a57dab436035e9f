import type { ObjectType } from "../types/index.ts";
import { momentMs } from "./moment-text.ts";
import type { Portal } from "./portal.ts";
import type { Property } from "./property.ts";
import type { SearchView } from "./search-view.ts";
import type { StoredRecord } from "./stored-record.ts";
import { matcherOf } from "./match-filter.ts";

export interface Filter {
  propertyName: string;
  /** Absent for `associations.{type}`. */
  property: Property | undefined;
  operator:
    | "EQ"
    | "NEQ"
    | "LT"
    | "LTE"
    | "GT"
    | "GTE"
    | "BETWEEN"
    | "IN"
    | "NOT_IN"
    | "HAS_PROPERTY"
    | "NOT_HAS_PROPERTY"
    | "CONTAINS_TOKEN"
    | "NOT_CONTAINS_TOKEN";
  values: string[];
}

export interface Sort {
  propertyName: string;
  property: Property | undefined;
  isDescending: boolean;
}

export interface Question {
  groups: Filter[][];
  sort: Sort | undefined;
  query: string;
  from: number;
  limit: number;
}

/** Counts what matches and cuts out one page, from the index as far as it has caught up. */
export function findMatches(portal: Portal, type: ObjectType, question: Question) {
  const view = portal.records(type).search;
  view.settle();
  const matches = questionMatcher(portal, type, question);
  const found: StoredRecord[] = [];
  for (const id of candidates(view, question.groups)) {
    const record = view.get(typeof id === "number" ? String(id) : id);
    if (record && matches(record)) found.push(record);
  }
  order(found, question.sort);
  return { total: found.length, page: found.slice(question.from, question.from + question.limit) };
}

function questionMatcher(portal: Portal, type: ObjectType, { groups, query }: Question) {
  const byGroup = groups.map((group) => group.map((filter) => matcherOf(portal, type, filter)));
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return (record: StoredRecord) => {
    if (words.length > 0 && !hasWords(type, record, words)) return false;
    return byGroup.length === 0 || byGroup.some((filters) => filters.every((matches) => matches(record)));
  };
}

function hasWords(type: ObjectType, record: StoredRecord, words: string[]): boolean {
  const text = type.searchableProperties.map((name) => record.values[name]?.toLowerCase() ?? "").join(" ");
  return words.every((word) => text.includes(word));
}

/** As few ids as the indexes can tell; each group may narrow by its most telling equality or by record id. */
function candidates(view: SearchView, groups: Filter[][]): Iterable<string | number> {
  if (groups.length === 0) return view.ids.ids;
  const narrowed = groups.map((group) => narrow(view, group));
  if (narrowed.length === 1) return narrowed[0] ?? view.ids.ids;
  if (narrowed.some((ids) => ids === undefined)) return view.ids.ids;
  return new Set(narrowed.flatMap((ids) => [...ids!].map(Number)));
}

function narrow(view: SearchView, group: Filter[]): Iterable<string | number> | undefined {
  let best: ReadonlySet<string>[] | undefined;
  let size = Infinity;
  for (const filter of group) {
    const sets = equalitySets(view, filter);
    const total = sets?.reduce((sum, set) => sum + set.size, 0) ?? Infinity;
    if (sets && total < size) [best, size] = [sets, total];
  }
  const from = group.find(({ propertyName, operator }) => propertyName === "hs_object_id" && operator === "GT");
  const at = from ? view.ids.after(Number(from.values[0])) : 0;
  if (from && view.ids.ids.length - at <= size) return view.ids.ids.slice(at);
  if (!best) return undefined;
  return best.length === 1 ? best[0] : new Set(best.flatMap((set) => [...set]));
}

function equalitySets(view: SearchView, { property, propertyName, operator, values }: Filter) {
  if (!property || (operator !== "EQ" && operator !== "IN")) return undefined;
  const isTextual = property.type === "string" || property.type === "bool";
  const isSingleChoice = property.type === "enumeration" && property.fieldType !== "checkbox";
  if (!isTextual && !isSingleChoice) return undefined;
  return values.map((value) => view.idsWith(propertyName, value));
}

/** Oldest first unless asked otherwise; ties and records without a value by id. */
function order(found: StoredRecord[], sort: Sort | undefined): void {
  const byId = (a: StoredRecord, b: StoredRecord) => Number(a.id) - Number(b.id);
  const isById = !sort || sort.propertyName === "hs_object_id";
  if (isById) {
    found.sort(byId);
    if (sort?.isDescending) found.reverse();
    return;
  }
  const way = sort.isDescending ? -1 : 1;
  const keys = new Map(found.map((record) => [record, sortKey(sort.property, record.values[sort.propertyName])]));
  found.sort((a, b) => way * compare(keys.get(a), keys.get(b)) || byId(a, b));
}

type Key = number | string | undefined;

function sortKey(property: Property | undefined, value: string | undefined): Key {
  if (value === undefined) return undefined;
  if (property?.type === "number") return Number(value);
  if (property?.type === "date" || property?.type === "datetime") return momentMs(value);
  return value.toLowerCase();
}

function compare(a: Key, b: Key): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  return a < b ? -1 : 1;
}
