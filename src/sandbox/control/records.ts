import { restoreRecord } from "../portal/archive-record.ts";
import type { Source } from "../portal/stored-record.ts";
import { notFound } from "../wire/refusal.ts";
import { createAll } from "../services/objects-batch.ts";
import type { Portal } from "../portal/portal.ts";
import type { Call } from "../services/service.ts";
import type { SandboxState } from "../sandbox-state.ts";
import { portalOf, type ControlRoutes } from "./control-route.ts";
import { createOwners } from "./create-owners.ts";

/** What people can make in HubSpot but apps cannot: owners, users, answers to surveys; any other type as well. */
export const recordsRoutes: ControlRoutes = {
  "POST /_sandbox/records/{objectType}": (state, request) => {
    const portal = portalOf(state, request);
    return personCall(state, portal, request.params.objectType!, request.body);
  },
  "POST /_sandbox/records/{objectType}/{id}/restore": (state, request) => {
    const portal = portalOf(state, request);
    const type = portal.types.named(request.params.objectType!);
    const isBack = portal.transact(() => restoreRecord(portal, type, request.params.id!, person));
    if (!isBack) throw notFound(`no archived ${type.singular} ${request.params.id!}`);
    return { status: 204 };
  },
};

const person: Source = { type: "CRM_UI", id: "userId:1" };

/** The call as a person in HubSpot's own pages makes it. */
export function personCall(state: SandboxState, portal: Portal, objectType: string, body: unknown) {
  const call: Call = {
    portal,
    path: `/_sandbox/records/${objectType}`,
    params: { objectType },
    query: new URLSearchParams(),
    body,
    token: "",
    source: person,
    app: state.app,
    estate: state.estate,
    random: state.random,
    isPerson: true,
  };
  return portal.transact(() => (objectType === "owners" ? createOwners(call) : createAll(call)));
}
