import { collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { defineRoute } from "../define-route.ts";

const registry = new Registry();
collectDefaultMetrics({ register: registry });
const jobs = new Gauge({ name: "keyline_jobs", help: "Jobs by state", labelNames: ["state"], registers: [registry] });

/** The process lives. */
export const alive = defineRoute({
  method: "GET",
  path: "/healthz",
  signed: "open",
  answer: async () => ({ body: { status: "alive" } }),
});

/** Each part's state; 503 while one of them is not ready. */
export const ready = defineRoute({
  method: "GET",
  path: "/readyz",
  signed: "open",
  answer: async ({ parts }) => {
    const states = {
      queue: await stateOf(() => parts.queue.check()),
      hubspot: await stateOf(() => parts.portals.check()),
    };
    const isReady = Object.values(states).every((state) => state === "ready");
    return { status: isReady ? 200 : 503, body: { status: isReady ? "ready" : "not ready", parts: states } };
  },
});

/** What Prometheus reads. */
export const metrics = defineRoute({
  method: "GET",
  path: "/metrics",
  signed: "open",
  answer: async ({ parts }) => {
    for (const [state, count] of Object.entries(await parts.queue.counts())) jobs.set({ state }, count);
    return { content: { type: registry.contentType, text: await registry.metrics() } };
  },
});

async function stateOf(check: () => Promise<unknown>): Promise<string> {
  try {
    await check();
    return "ready";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
