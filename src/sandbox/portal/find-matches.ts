import type { ObjectType } from "../types/index.ts";
import { momentMs } from "./moment-text.ts";
import type { Portal } from "./portal.ts";
import type { Property } from "./property.ts";
import type { StoredRecord } from "./stored-record.ts";
import { matcherOf } from "./match-filter.ts";
import { matchesBeyond } from "./remembered-matches.ts";
import { firstBeyond } from "./sorted-ids.ts";

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

/** Counts what matches and cuts out one page, from the index as far as it has caught up. Oldest first unless asked otherwise. */
export function findMatches(portal: Portal, type: ObjectType, question: Question) {
  const view = portal.records(type).search;
  view.settle();
  const { sort, from, limit } = question;
  const paged = matchesBeyond(view, question, (unbound) => allMatches(portal, type, unbound));
  if (paged) {
    const start = firstBeyond(paged.ids, paged.beyond);
    const page = paged.ids.slice(start + from, start + from + limit).map((id) => view.get(id)!);
    return { total: paged.ids.length - start, page };
  }
  const matches = questionMatcher(portal, type, question);
  const ids = candidates(portal, type, question.groups);
  if (sort && sort.propertyName !== "hs_object_id") {
    const found = ids.map((id) => view.get(id)).filter((record) => record !== undefined && matches(record));
    const sorted = ordered(found as StoredRecord[], sort);
    return { total: sorted.length, page: sorted.slice(from, from + limit) };
  }
  const page: StoredRecord[] = [];
  let total = 0;
  for (let step = 0; step < ids.length; step += 1) {
    const record = view.get(ids[sort?.isDescending ? ids.length - 1 - step : step]!);
    if (record === undefined || !matches(record)) continue;
    if (total >= from && page.length < limit) page.push(record);
    total += 1;
  }
  return { total, page };
}

function allMatches(portal: Portal, type: ObjectType, question: Question): number[] {
  const { search } = portal.records(type);
  const matches = questionMatcher(portal, type, question);
  return candidates(portal, type, question.groups).filter((id) => {
    const record = search.get(id);
    return record !== undefined && matches(record);
  });
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

/** As few ids as the indexes can tell, ascending; each group may narrow by its most telling equality or by record id. */
function candidates(portal: Portal, type: ObjectType, groups: Filter[][]): readonly number[] {
  const view = portal.records(type).search;
  if (groups.length === 0) return view.ids.ids;
  const narrowed = groups.map((group) => narrow(portal, type, group));
  if (narrowed.length === 1) return narrowed[0]!;
  const most = narrowed.reduce((sum, ids) => sum + ids.length, 0);
  return most >= view.ids.ids.length ? view.ids.ids : ascending(narrowed.flat());
}

function narrow(portal: Portal, type: ObjectType, group: Filter[]): readonly number[] {
  const view = portal.records(type).search;
  const bound = group.find(({ propertyName, operator }) => propertyName === "hs_object_id" && operator === "GT");
  const at = bound ? view.ids.after(Number(bound.values[0])) : 0;
  let best: ReadonlySet<number>[] | undefined;
  // A set costs sorting, a range of ids nothing: it must be clearly smaller to be worth it.
  let size = (view.ids.ids.length - at) / 4;
  for (const filter of group) {
    const sets = equalitySets(portal, type, filter);
    const total = sets?.reduce((sum, set) => sum + set.size, 0) ?? Infinity;
    if (sets && total < size) [best, size] = [sets, total];
  }
  if (best) return ascending(best.flatMap((set) => [...set]));
  return at === 0 ? view.ids.ids : view.ids.ids.slice(at);
}

const ascending = (ids: number[]) => [...new Set(ids)].sort((a, b) => a - b);

function equalitySets(portal: Portal, type: ObjectType, { property, propertyName, operator, values }: Filter) {
  if (operator !== "EQ" && operator !== "IN") return undefined;
  if (!property) {
    const { typeId } = portal.types.named(propertyName.slice("associations.".length));
    return values.map((id) => new Set(portal.links.toIds({ typeId, id }, type.typeId).map(Number)));
  }
  const isTextual = property.type === "string" || property.type === "bool";
  const isSingleChoice = property.type === "enumeration" && property.fieldType !== "checkbox";
  if (!isTextual && !isSingleChoice) return undefined;
  return values.map((value) => portal.records(type).search.idsWith(propertyName, value));
}

/** Records without a value come first; ties by id. */
function ordered(found: StoredRecord[], { property, propertyName, isDescending }: Sort): StoredRecord[] {
  const way = isDescending ? -1 : 1;
  const keyed = found.map((record) => ({ record, key: sortKey(property, record.values[propertyName]) }));
  keyed.sort((a, b) => way * compare(a.key, b.key) || Number(a.record.id) - Number(b.record.id));
  return keyed.map(({ record }) => record);
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
