import { presentRecord } from "../portal/present.ts";
import { findMatches } from "../portal/find-matches.ts";
import { asList, asObject, asOptionalText, asText, asWhole } from "../wire/read-json.ts";
import { invalid } from "../wire/refusal.ts";
import { typeOf } from "./objects.ts";
import { readFilterGroups, readSort } from "./search-request.ts";
import { defineService, ok, type Call } from "./service.ts";

const MAX_PAGE = 200;
const MAX_RESULTS = 10_000;

/** Search over what the index knows, which may lag behind (HubSpot's "Search the CRM" guide). */
export const search = defineService({
  name: "Search",
  routes: {
    "POST /crm/objects/{version}/{objectType}/search": {
      operation: "Filter groups, query, one sort; 200 a page, 10,000 a query",
      handle: find,
    },
  },
});

function find(call: Call) {
  const type = typeOf(call);
  const body = asObject(call.body ?? {});
  const groups = readFilterGroups(call.portal, type, body.filterGroups);
  const sort = readSort(call.portal, type, body.sorts);
  const query = asOptionalText(body.query, "query") ?? "";
  if (query.length > 3000) throw invalid("query must be at most 3000 characters");
  const limit = body.limit === undefined ? 10 : asWhole(body.limit, "limit");
  if (limit < 1 || limit > MAX_PAGE) throw invalid(`limit must be between 1 and ${MAX_PAGE}, was ${limit}`);
  const from = readAfter(body.after);
  if (from + limit > MAX_RESULTS) {
    throw invalid(
      `Search results are limited to ${MAX_RESULTS} records: after ${from} with limit ${limit} goes beyond`,
    );
  }
  const properties = asList(body.properties, "properties").map((each) => asText(each, "properties"));
  const { total, page } = findMatches(call.portal, type, { groups, sort, query, from, limit });
  const next = from + page.length;
  return ok({
    total,
    results: page.map((record) => presentRecord(call.portal, type, record, { properties })),
    ...(next < total ? { paging: { next: { after: String(next) } } } : {}),
  });
}

/** HubSpot's cursor of a search is a plain offset, sent as text or number. */
function readAfter(after: unknown): number {
  if (after === undefined || after === null || after === "") return 0;
  const from = asWhole(after, "after");
  if (from < 0) throw invalid(`Invalid after: ${from}`);
  return from;
}
