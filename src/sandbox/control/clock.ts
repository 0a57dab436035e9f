import { ok } from "../services/service.ts";
import { asObject } from "../wire/read-json.ts";
import { invalid } from "../wire/refusal.ts";
import type { ControlRoutes } from "./control-route.ts";

export const clockRoutes: ControlRoutes = {
  "GET /_sandbox/clock": ({ clock }) => ok({ now: clock.now().toISOString() }),
  "PUT /_sandbox/clock": ({ clock }, { body }) => {
    const { now, advanceMs } = asObject(body);
    if (now === undefined && advanceMs === undefined) throw invalid("say {now} or {advanceMs}");
    if (now !== undefined) {
      const to = new Date(typeof now === "number" ? now : String(now));
      if (Number.isNaN(to.getTime())) throw invalid(`now is not a moment: ${String(now)}`);
      clock.set(to);
    }
    if (advanceMs !== undefined) {
      if (typeof advanceMs !== "number" || !Number.isFinite(advanceMs)) throw invalid("advanceMs must be a number");
      clock.advance(advanceMs);
    }
    return ok({ now: clock.now().toISOString() });
  },
};
