import type { Request } from "../listen.ts";
import type { Portal } from "../portal/portal.ts";
import type { SandboxState } from "../sandbox-state.ts";
import type { Answer } from "../services/service.ts";
import { notFound } from "../wire/refusal.ts";

export type ControlRequest = Request & { params: Record<string, string> };
export type ControlRoutes = Record<string, (state: SandboxState, request: ControlRequest) => Answer | Promise<Answer>>;

/** The portal of `?portalId=`, else the first. */
export function portalOf(state: SandboxState, { url }: ControlRequest): Portal {
  const portalId = url.searchParams.get("portalId");
  if (portalId === null) return state.estate.first();
  const portal = state.estate.get(Number(portalId));
  if (portal) return portal;
  throw notFound(`no portal ${portalId}`);
}
