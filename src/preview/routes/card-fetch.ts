import express, { type Router } from "express";
import { z } from "zod";
import type { EventFeed } from "../feed.ts";
import type { CardRequest, CardResponse } from "../hubspot-fetch.ts";

const cardRequest = z.object({
  url: z.string(),
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]).default("GET"),
  body: z.string().nullable().default(null),
  headers: z.record(z.string(), z.string()).default({}),
  timeoutMs: z.number().int().positive().default(15_000),
  user: z.object({ userId: z.number(), userEmail: z.string() }),
});

/** Where the worker's `hubspot.fetch` arrives. The status of the backend travels in the body: ours is always 200. */
export function cardFetchRoutes(send: (request: CardRequest) => Promise<CardResponse>, feed: EventFeed): Router {
  const router = express.Router();
  router.post("/", async (request, response) => {
    const asked = cardRequest.parse(request.body);
    const startedAt = performance.now();
    const answer = await send(asked);
    feed.push({
      kind: "card",
      title: `${asked.method} ${URL.canParse(asked.url) ? new URL(asked.url).pathname : asked.url}`,
      ms: Math.round(performance.now() - startedAt),
      outcome: String(answer.status),
    });
    response.json(answer);
  });
  return router;
}
