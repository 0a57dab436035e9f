import { ok } from "../services/service.ts";
import type { ControlRoutes } from "./control-route.ts";

export const callsRoutes: ControlRoutes = {
  "GET /_sandbox/calls": (state) => ok(state.calls.read()),
  "DELETE /_sandbox/calls": (state) => {
    state.calls.clear();
    return ok(state.calls.read());
  },
};
