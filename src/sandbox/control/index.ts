import type { Request } from "../listen.ts";
import type { SandboxState } from "../sandbox-state.ts";
import type { Answer } from "../services/service.ts";
import { refusalAnswer } from "../dispatch.ts";
import { Refusal } from "../wire/refusal.ts";
import { routeTable } from "../wire/route-table.ts";
import { callsRoutes } from "./calls.ts";
import { clockRoutes } from "./clock.ts";
import type { ControlRoutes } from "./control-route.ts";
import { faultsRoutes } from "./faults.ts";
import { portalsRoutes } from "./portals.ts";
import { recordsRoutes } from "./records.ts";
import { resetRoutes } from "./reset.ts";
import { webhooksRoutes } from "./webhooks.ts";

const all: ControlRoutes[] = [
  resetRoutes,
  callsRoutes,
  faultsRoutes,
  clockRoutes,
  portalsRoutes,
  recordsRoutes,
  webhooksRoutes,
];
const table = routeTable(all.flatMap((routes) => Object.entries(routes)));

/** Answers `/_sandbox/…`: JSON, no token. These routes are ours, HubSpot has nothing like them. */
export async function answerControl(state: SandboxState, request: Request): Promise<Answer> {
  const found = table.find(request.method, request.url.pathname);
  if (found === undefined) return refusalAnswer(new Refusal(404, "no such control route"));
  if (found === "wrong method") return refusalAnswer(new Refusal(405, "wrong method for this control route"));
  try {
    return await found.route(state, { ...request, params: found.params });
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error);
    throw error;
  }
}
