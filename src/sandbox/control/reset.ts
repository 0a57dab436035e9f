import { ok } from "../services/service.ts";
import { asObject } from "../wire/read-json.ts";
import { invalid } from "../wire/refusal.ts";
import type { ControlRoutes } from "./control-route.ts";

export const resetRoutes: ControlRoutes = {
  "POST /_sandbox/reset": async (state, { body }) => {
    const { seed = "none" } = asObject(body ?? {});
    if (seed !== "none" && seed !== "demo") throw invalid(`seed must be none or demo, was ${String(seed)}`);
    await state.reset(seed);
    return ok({ seed });
  },
};
