import express, { type Router } from "express";
import type { EventFeed, PreviewEvent } from "../feed.ts";

/** "What just happened" as server-sent events: first what is remembered, then what comes. */
export function eventRoutes(feed: EventFeed): Router {
  const router = express.Router();
  router.get("/", (request, response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    const send = (event: PreviewEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`);
    const since = Number(request.get("Last-Event-ID") ?? 0);
    for (const event of feed.recent()) if (event.id > since) send({ ...event, writes: false });
    response.write("event: live\ndata: {}\n\n");
    const end = feed.subscribe(send);
    request.on("close", end);
  });
  return router;
}
