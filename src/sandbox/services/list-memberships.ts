import { membersOf, type StoredList } from "../portal/stored-list.ts";
import { asList, asObject, asText, queryLimit } from "../wire/read-json.ts";
import { invalid } from "../wire/refusal.ts";
import { needList, putList, store } from "./lists.ts";
import { defineService, nothing, ok, type Call } from "./service.ts";

/** Who is in a list. */
export const listMemberships = defineService({
  name: "List memberships",
  routes: {
    "GET /crm/lists/{version}/{listId}/memberships": {
      operation: "List members, by record id",
      handle(call) {
        const list = needList(call);
        const limit = queryLimit(call.query, 100, 250);
        const after = Number(call.query.get("after") ?? 0);
        const members = membersOf(call.portal, list);
        const rest = members.filter(({ recordId }) => Number(recordId) > after);
        const results = rest.slice(0, limit);
        const next = rest.length > limit ? { paging: { next: { after: results.at(-1)!.recordId } } } : {};
        return ok({ results, total: members.length, ...next });
      },
    },
    "PUT /crm/lists/{version}/{listId}/memberships/add": {
      operation: "Add to a manual list",
      handle: (call) => ok(change(call, ids(call.body), [])),
    },
    "PUT /crm/lists/{version}/{listId}/memberships/remove": {
      operation: "Remove from a manual list",
      handle: (call) => ok(change(call, [], ids(call.body))),
    },
    "PUT /crm/lists/{version}/{listId}/memberships/add-and-remove": {
      operation: "Add and remove",
      handle(call) {
        const body = asObject(call.body);
        return ok(change(call, ids(body.recordIdsToAdd), ids(body.recordIdsToRemove)));
      },
    },
    "DELETE /crm/lists/{version}/{listId}/memberships": {
      operation: "Empty a manual list",
      handle(call) {
        putList(call, { ...byHand(call), members: {} });
        return nothing;
      },
    },
    "GET /crm/lists/{version}/records/{objectType}/{id}/memberships": {
      operation: "Lists that a record is in",
      handle(call) {
        const type = call.portal.types.named(call.params.objectType!);
        const results = [...store(call).values()]
          .filter((list) => list.objectTypeId === type.typeId && list.deletedAt === undefined)
          .flatMap((list) => {
            const member = membersOf(call.portal, list).find(({ recordId }) => recordId === call.params.id);
            if (!member) return [];
            const at = member.membershipTimestamp;
            return [
              { listId: list.listId, listVersion: list.listVersion, firstAddedTimestamp: at, lastAddedTimestamp: at },
            ];
          });
        return ok({ results, total: results.length });
      },
    },
  },
});

const ids = (raw: unknown) => asList(raw, "record ids").map((id) => asText(id, "record id"));

function byHand(call: Call): StoredList {
  const list = needList(call);
  if (list.processingType !== "DYNAMIC") return list;
  throw invalid("The members of a DYNAMIC list follow its filters and cannot be changed");
}

function change(call: Call, added: string[], removed: string[]) {
  const list = byHand(call);
  const table = call.portal.records(call.portal.types.named(list.objectTypeId));
  const isLive = (id: string) => table.get(id) !== undefined && table.get(id)!.archivedMs === undefined;
  const at = call.portal.now().toISOString();
  const members = { ...list.members };
  const recordsIdsAdded = added.filter((id) => isLive(id) && members[id] === undefined);
  const recordIdsRemoved = removed.filter((id) => members[id] !== undefined);
  for (const id of recordsIdsAdded) members[id] = at;
  for (const id of recordIdsRemoved) delete members[id];
  putList(call, { ...list, members });
  return { recordsIdsAdded, recordIdsRemoved, recordIdsMissing: added.filter((id) => !isLive(id)) };
}
