import { Problem, type Fields } from "@keyline/domain";
import type { Readable, WireRecord } from "./record.ts";
import type { Request } from "./request.ts";
import type { Priority } from "./pacer.ts";
import { apiVersion } from "./version.ts";

/** HubSpot's search operators (spec: Filter). */
export type Operator =
  | "EQ" | "NEQ" | "LT" | "LTE" | "GT" | "GTE" | "BETWEEN" | "IN" | "NOT_IN"
  | "HAS_PROPERTY" | "NOT_HAS_PROPERTY" | "CONTAINS_TOKEN" | "NOT_CONTAINS_TOKEN"; // prettier-ignore

/** One condition. Values of declared fields are typed values; of any other property, HubSpot's text. */
export interface Filter<F extends Fields = Fields> {
  property: (keyof F & string) | (string & {});
  operator: Operator;
  value?: unknown;
  highValue?: unknown;
  values?: readonly unknown[];
}

export interface SearchQuery<F extends Fields = Fields> {
  /** Groups are joined by OR, the filters in a group by AND. At most 5 groups of 5 filters, 17 in all. */
  where?: readonly (readonly Filter<F>[])[];
  /** Declared properties to read; default all. */
  properties?: readonly (keyof F & string)[];
  /** Further properties of HubSpot's, read as text in `raw`. */
  extra?: readonly string[];
  /** Without it pages come by record id and have no end; with it HubSpot gives at most 10,000 records. */
  sort?: { by: (keyof F & string) | (string & {}); descending?: boolean };
  /** Stop after so many records. */
  limit?: number;
  /** HubSpot's full-text search over the searchable properties. */
  text?: string;
}

interface SearchAnswer {
  total: number;
  results: WireRecord[];
  paging?: { next?: { after: string } };
}

const pageSize = 200;
const mostSorted = 10_000;

/**
 * Pages of up to 200 records. HubSpot gives at most 10,000 for one query, so that each page asks for the ids after the
 * last one instead. Answers lag behind writes by seconds: never decide from a search that something does not exist.
 */
export async function* searchPages<F extends Fields>(
  request: Request,
  object: Readable<F>,
  path: string,
  query: SearchQuery<F>,
  properties: readonly string[],
  priority: Priority,
): AsyncGenerator<WireRecord[]> {
  const groups = (query.where ?? []).map((group) => group.map((filter) => wireFilter(object, filter)));
  let left = query.limit ?? Infinity;
  let lastId: string | null = null;
  let after = "";
  for (;;) {
    const answer: SearchAnswer = await request<SearchAnswer>({
      method: "POST",
      path: `/crm/objects/${apiVersion}/${path}/search`,
      priority,
      body: {
        filterGroups: wireGroups(groups, query.sort ? null : lastId),
        sorts: [query.sort ? sortOf(query.sort) : { propertyName: "hs_object_id", direction: "ASCENDING" }],
        properties,
        limit: Math.min(pageSize, left),
        ...(after && { after }),
        ...(query.text && { query: query.text }),
      },
    });
    if (answer.results.length > 0) yield answer.results;
    left -= answer.results.length;
    const next = answer.paging?.next?.after;
    if (next === undefined || left <= 0) return;
    if (query.sort && Number(next) >= mostSorted) throw beyondSorted(object.name);
    lastId = answer.results.at(-1)?.id ?? lastId;
    if (query.sort) after = next;
  }
}

/** How many records match, with one search. */
export async function countMatches<F extends Fields>(
  request: Request,
  object: Readable<F>,
  path: string,
  where: SearchQuery<F>["where"],
  priority: Priority,
): Promise<number> {
  const groups = (where ?? []).map((group) => group.map((filter) => wireFilter(object, filter)));
  const answer = await request<SearchAnswer>({
    method: "POST",
    path: `/crm/objects/${apiVersion}/${path}/search`,
    priority,
    body: { filterGroups: wireGroups(groups, null), sorts: [], properties: [], limit: 1 },
  });
  return answer.total;
}

type WireFilter = { propertyName: string; operator: Operator; value?: string; highValue?: string; values?: string[] };

function wireGroups(groups: WireFilter[][], lastId: string | null): { filters: WireFilter[] }[] {
  if (lastId === null) return groups.map((filters) => ({ filters }));
  const beyond: WireFilter = { propertyName: "hs_object_id", operator: "GT", value: lastId };
  return (groups.length > 0 ? groups : [[]]).map((filters) => ({ filters: [...filters, beyond] }));
}

function wireFilter<F extends Fields>(object: Readable<F>, filter: Filter<F>): WireFilter {
  const text = (value: unknown) => searchText(object, filter.property, value);
  return {
    propertyName: filter.property,
    operator: filter.operator,
    ...(filter.value !== undefined && { value: text(filter.value) }),
    ...(filter.highValue !== undefined && { highValue: text(filter.highValue) }),
    ...(filter.values !== undefined && { values: filter.values.map(text) }),
  };
}

function searchText<F extends Fields>(object: Readable<F>, property: string, value: unknown): string {
  if (value instanceof Date) return String(value.getTime());
  const declared = object.fields[property];
  if (!declared) return String(value);
  // Searches take moments as milliseconds since 1970 (docs: CRM search).
  return declared.kind === "moment" ? String(Date.parse(String(value))) : declared.toText(value);
}

function sortOf(sort: { by: string; descending?: boolean }) {
  return { propertyName: sort.by, direction: sort.descending ? "DESCENDING" : "ASCENDING" };
}

function beyondSorted(name: string): Problem {
  return new Problem(
    "invalid-input",
    `HubSpot gives at most ${mostSorted} sorted results; search ${name} without a sort, or narrow the search.`,
  );
}
