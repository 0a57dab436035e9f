import type { Owner } from "../portal/owner.ts";
import { queryFlag, queryLimit } from "../wire/read-json.ts";
import { invalid, notFound } from "../wire/refusal.ts";
import { defineService, ok, type Call } from "./service.ts";

/** Owners come from the account's users; apps only read them (spec: crmOwners.json). */
export const owners = defineService({
  name: "Owners",
  routes: {
    "GET /crm/owners/{version}": {
      operation: "List, with paging, by e-mail, archived ones",
      handle(call) {
        const limit = queryLimit(call.query, 100, 500);
        const email = call.query.get("email")?.toLowerCase();
        const isArchived = queryFlag(call.query, "archived");
        const after = call.query.get("after");
        const all = [...call.portal.owners.values()]
          .filter((owner) => owner.archived === isArchived && (!email || owner.email.toLowerCase() === email))
          .filter((owner) => !after || Number(owner.id) > Number(after))
          .sort((a, b) => Number(a.id) - Number(b.id));
        const page = all.slice(0, limit);
        const last = page.at(-1);
        return ok({
          results: page.map(present),
          ...(last && all.length > limit ? { paging: { next: { after: last.id } } } : {}),
        });
      },
    },
    "GET /crm/owners/{version}/{id}": {
      operation: "Read by id or userId",
      handle: (call) => ok(present(find(call))),
    },
  },
});

/** Who left has no userId any more, only `userIdIncludingInactive`. */
function present(owner: Owner) {
  const { userId, ...rest } = owner;
  return { ...rest, ...(userId === undefined || owner.archived ? {} : { userId }) };
}

function find(call: Call): Owner {
  const id = call.params.id!;
  const idProperty = call.query.get("idProperty") ?? "id";
  if (idProperty !== "id" && idProperty !== "userId") throw invalid(`Invalid idProperty: ${idProperty}`);
  const isArchived = queryFlag(call.query, "archived");
  const found =
    idProperty === "id"
      ? call.portal.owners.get(id)
      : [...call.portal.owners.values()].find((owner) => String(owner.userIdIncludingInactive) === id);
  if (!found || found.archived !== isArchived) throw notFound(`Owner ${id} does not exist`);
  return found;
}
