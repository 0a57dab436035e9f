import { listMatcher } from "../portal/list-filters.ts";
import { membersOf, type StoredList } from "../portal/stored-list.ts";
import {
  asList,
  asObject,
  asOptionalText,
  asText,
  asWhole,
  queryFlag,
  queryList,
  required,
} from "../wire/read-json.ts";
import { conflict, invalid, notFound } from "../wire/refusal.ts";
import { defineService, nothing, ok, type Call } from "./service.ts";

/** Lists, which HubSpot's pages call segments (spec: lists.json). */
export const lists = defineService({
  name: "Lists",
  routes: {
    "GET /crm/lists/{version}": {
      operation: "Read several by id",
      handle(call) {
        const ids = queryList(call.query, "listIds");
        return ok({ lists: ids.flatMap((id) => live(call, id) ?? []).map((list) => present(call, list)) });
      },
    },
    "POST /crm/lists/{version}": { operation: "Create: manual, dynamic or snapshot", handle: create },
    "GET /crm/lists/{version}/object-type-id/{objectType}/name/{listName}": {
      operation: "Read by name",
      handle(call) {
        const type = call.portal.types.named(call.params.objectType!);
        const name = call.params.listName!.toLowerCase();
        const found = all(call).find((list) => list.name.toLowerCase() === name && list.objectTypeId === type.typeId);
        if (!found) throw missing(call.params.listName!);
        return ok({ list: present(call, found) });
      },
    },
    "POST /crm/lists/{version}/search": { operation: "Search by name, type, ids", handle: find },
    "GET /crm/lists/{version}/{listId}": {
      operation: "Read",
      handle: (call) => ok({ list: present(call, needList(call)) }),
    },
    "DELETE /crm/lists/{version}/{listId}": {
      operation: "Delete",
      handle(call) {
        putList(call, { ...needList(call), deletedAt: call.portal.now().toISOString() });
        return nothing;
      },
    },
    "PUT /crm/lists/{version}/{listId}/restore": {
      operation: "Restore",
      handle(call) {
        const list = store(call).get(call.params.listId!);
        if (!list) throw missing(call.params.listId!);
        refuseTwin(call, list.name, list.listId);
        const { deletedAt: _gone, ...rest } = list;
        putList(call, rest);
        return nothing;
      },
    },
    "PUT /crm/lists/{version}/{listId}/update-list-filters": {
      operation: "Replace the filters of a dynamic list",
      handle(call) {
        const list = needList(call);
        if (list.processingType !== "DYNAMIC") throw invalid("Only the filters of a DYNAMIC list can be updated");
        const filterBranch = required(asObject(call.body), "filterBranch");
        listMatcher(call.portal, call.portal.types.named(list.objectTypeId), filterBranch);
        const at = call.portal.now().toISOString();
        const next = { ...list, filterBranch, filtersUpdatedAt: at, listVersion: list.listVersion + 1 };
        return ok({ updatedList: present(call, putList(call, next), true) });
      },
    },
    "PUT /crm/lists/{version}/{listId}/update-list-name": {
      operation: "Rename",
      handle(call) {
        const list = needList(call);
        const name = call.query.get("listName") ?? "";
        if (name.trim() === "") throw invalid("listName must not be empty");
        refuseTwin(call, name, list.listId);
        return ok({ updatedList: present(call, putList(call, { ...list, name })) });
      },
    },
  },
});

export const store = (call: Call) => call.portal.collection<StoredList>("lists");
const all = (call: Call) => [...store(call).values()].filter(({ deletedAt }) => deletedAt === undefined);
const missing = (name: string) => notFound(`List ${name} does not exist`);

function live(call: Call, id: string): StoredList | undefined {
  const list = store(call).get(id);
  return list?.deletedAt === undefined ? list : undefined;
}

export function needList(call: Call): StoredList {
  const list = live(call, call.params.listId!);
  if (list) return list;
  throw missing(call.params.listId!);
}

export function putList(call: Call, list: StoredList): StoredList {
  const next = { ...list, updatedAt: call.portal.now().toISOString() };
  store(call).put(list.listId, next);
  return next;
}

function refuseTwin(call: Call, name: string, but?: string): void {
  const twin = all(call).find((list) => list.name.toLowerCase() === name.toLowerCase() && list.listId !== but);
  if (twin) throw conflict(`A list with the name ${name} already exists: ${twin.listId}`);
}

function create(call: Call) {
  const body = asObject(call.body);
  const name = asText(required(body, "name"), "name");
  if (name.trim() === "") throw invalid("name must not be empty");
  const type = call.portal.types.named(asText(required(body, "objectTypeId"), "objectTypeId"));
  const processingType = asText(required(body, "processingType"), "processingType");
  if (processingType !== "MANUAL" && processingType !== "DYNAMIC" && processingType !== "SNAPSHOT") {
    throw invalid(`Invalid processingType: ${processingType}`);
  }
  refuseTwin(call, name);
  if (processingType === "DYNAMIC" && body.filterBranch === undefined)
    throw invalid("A DYNAMIC list needs a filterBranch");
  if (processingType === "MANUAL" && body.filterBranch !== undefined)
    throw invalid("A MANUAL list takes no filterBranch");
  const at = call.portal.now().toISOString();
  const list: StoredList = {
    listId: String(call.portal.nextId("list")),
    name,
    objectTypeId: type.typeId,
    processingType,
    listVersion: 1,
    createdAt: at,
    updatedAt: at,
    members: {},
    ...(body.filterBranch === undefined ? {} : { filterBranch: body.filterBranch, filtersUpdatedAt: at }),
  };
  if (list.filterBranch !== undefined) listMatcher(call.portal, type, list.filterBranch);
  if (processingType === "SNAPSHOT" && list.filterBranch !== undefined) {
    const now = membersOf(call.portal, { ...list, processingType: "DYNAMIC" });
    list.members = Object.fromEntries(now.map(({ recordId }) => [recordId, at]));
  }
  return ok({ list: present(call, putList(call, list), true) });
}

function brief(list: StoredList) {
  const { members: _members, filterBranch: _branch, ...rest } = list;
  return { ...rest, processingStatus: "COMPLETE", createdById: "1", updatedById: "1" };
}

function present(call: Call, list: StoredList, hasFilters = queryFlag(call.query, "includeFilters")) {
  return {
    ...brief(list),
    size: membersOf(call.portal, list).length,
    ...(hasFilters && list.filterBranch !== undefined ? { filterBranch: list.filterBranch } : {}),
  };
}

function find(call: Call) {
  const body = asObject(call.body ?? {});
  const query = asOptionalText(body.query, "query")?.toLowerCase() ?? "";
  const typeId = asOptionalText(body.objectTypeId, "objectTypeId");
  const texts = (name: string) => asList(body[name], name).map((each) => asText(each, name));
  const ids = texts("listIds");
  const kinds = texts("processingTypes");
  const offset = body.offset === undefined ? 0 : asWhole(body.offset, "offset");
  const count = body.count === undefined ? 20 : asWhole(body.count, "count");
  if (count < 1 || count > 500) throw invalid("count must be between 1 and 500");
  const found = all(call).filter(
    (list) =>
      list.name.toLowerCase().includes(query) &&
      (typeId === undefined || list.objectTypeId === typeId) &&
      (ids.length === 0 || ids.includes(list.listId)) &&
      (kinds.length === 0 || kinds.includes(list.processingType)),
  );
  const page = found.slice(offset, offset + count);
  const next = offset + page.length;
  return ok({
    lists: page.map((list) => ({
      ...brief(list),
      additionalProperties: { hs_list_size: String(membersOf(call.portal, list).length) },
    })),
    offset: next,
    hasMore: next < found.length,
    total: found.length,
  });
}
