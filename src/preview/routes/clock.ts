import express, { type Router } from "express";
import { z } from "zod";

const move = z.union([
  z.object({ now: z.string().refine((text) => !Number.isNaN(Date.parse(text)), "not a moment") }),
  z.object({ advanceMs: z.number().int() }),
]);

/** The sandbox's clock, so that a week passes by a click. */
export function clockRoutes(sandboxControl: string, onClockMoved: () => void): Router {
  const router = express.Router();
  router.get("/", async (_request, response) => {
    response.json({ now: (await readClock(sandboxControl)).toISOString() });
  });
  router.put("/", async (request, response) => {
    const answer = await fetch(new URL("/_sandbox/clock", sandboxControl), {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(move.parse(request.body)),
    });
    if (!answer.ok) throw new Error(`The sandbox did not move its clock: ${answer.status} ${await answer.text()}`);
    onClockMoved();
    response.json({ now: (await readClock(sandboxControl)).toISOString() });
  });
  return router;
}

/** What time it is in the sandbox. */
export async function readClock(sandboxControl: string): Promise<Date> {
  const answer = await fetch(new URL("/_sandbox/clock", sandboxControl));
  return new Date(z.object({ now: z.string() }).parse(await answer.json()).now);
}
