import { ok } from "../services/service.ts";
import type { FaultSettings } from "../wire/faults.ts";
import { asObject } from "../wire/read-json.ts";
import { invalid } from "../wire/refusal.ts";
import type { ControlRoutes } from "./control-route.ts";

const shares = ["rate429", "rate500", "rate502", "timeouts", "resets", "lostReplies"] as const;

export const faultsRoutes: ControlRoutes = {
  "GET /_sandbox/faults": ({ faults }) => ok(faults.settings),
  "PUT /_sandbox/faults": ({ faults }, { body }) => {
    const given = asObject(body ?? {});
    const unknown = Object.keys(given).filter((name) => name !== "seed" && !shares.includes(name as never));
    if (unknown.length > 0) throw invalid(`unknown faults: ${unknown.join(", ")}`);
    const next: Partial<FaultSettings> = {};
    for (const name of ["seed", ...shares] as const) {
      const value = given[name];
      if (value === undefined) continue;
      if (typeof value !== "number" || value < 0) throw invalid(`${name} must be a number from 0`);
      next[name] = value;
    }
    const sum = shares.reduce((total, name) => total + (next[name] ?? 0), 0);
    if (sum > 1 + 1e-9) throw invalid(`the shares add up to ${sum}, more than 1`);
    faults.set(next);
    return ok(faults.settings);
  },
};
