import type { Portal } from "./portal/portal.ts";
import { services } from "./services/index.ts";
import type { Answer, Call, Route } from "./services/service.ts";
import { VERSION } from "./version.ts";
import { routeTable, type Found } from "./wire/route-table.ts";
import { Refusal, refusalBody } from "./wire/refusal.ts";

const table = routeTable(services.flatMap(({ routes }) => Object.entries(routes)));

/** The route of a call, or HubSpot's 404 and 405. Another version than ours is an unknown path. */
export function findRoute(method: string, path: string): Found<Route> | Refusal {
  const found = table.find(method, path);
  const isOurVersion = typeof found !== "object" || (found.params.version ?? VERSION) === VERSION;
  if (found === undefined || !isOurVersion) {
    return new Refusal(404, "resource not found", { category: "OBJECT_NOT_FOUND" });
  }
  if (found === "wrong method") {
    return new Refusal(405, `Method ${method} is not allowed here`, { category: "METHOD_NOT_ALLOWED" });
  }
  return found;
}

/** Runs a found route in one transaction; a refusal becomes its answer and undoes everything. */
export function runRoute(portal: Portal, found: Found<Route>, call: Omit<Call, "portal" | "params">): Answer {
  try {
    return portal.transact(() => found.route.handle({ ...call, portal, params: found.params }));
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error);
    throw error;
  }
}

export const refusalAnswer = (refusal: Refusal): Answer => ({
  status: refusal.status,
  body: refusalBody(refusal),
  ...(refusal.parts.headers ? { headers: refusal.parts.headers } : {}),
});
