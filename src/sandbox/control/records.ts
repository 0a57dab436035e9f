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
};

/** The call as a person in HubSpot's own pages makes it. */
export function personCall(state: SandboxState, portal: Portal, objectType: string, body: unknown) {
  const call: Call = {
    portal,
    path: `/_sandbox/records/${objectType}`,
    params: { objectType },
    query: new URLSearchParams(),
    body,
    token: "",
    source: { type: "CRM_UI", id: "userId:1" },
    app: state.app,
    estate: state.estate,
    random: state.random,
    isPerson: true,
  };
  return portal.transact(() => (objectType === "owners" ? createOwners(call) : createAll(call)));
}
