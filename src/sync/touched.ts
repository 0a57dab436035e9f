import { defineJob, type Queue, type Waiting } from "../queue/index.ts";
import { z } from "zod";
import { passes, type Pass } from "./kinds/index.ts";

/** Companies of a portal lie on a pile until a pass has been over them; one job of each pass works a portal's pile off. */
export const settleTouched = defineJob({
  name: "settle-touched",
  lane: "planner",
  data: z.object({
    portalId: z.string(),
    pass: z.enum(passes),
    /** How often it has waited for a burst of events to end. */
    waited: z.number().int().default(0),
  }),
});

type Piles = Pick<Queue, "piles" | "add">;

/** Puts companies on a pass's pile. Companies that lie there already are not there twice. */
export async function touch(queue: Piles, portalId: string, pass: Pass, companyIds: Iterable<string>): Promise<void> {
  const things = [...companyIds].map((key) => ({ key }));
  if (things.length > 0) await queue.piles.put(pileOf(portalId, pass), things);
}

/** Wakes the job that works the pile off; while it waits, or runs, there is no second one. */
export function ringSettling(queue: Piles, portalId: string, pass: Pass, delayMs = 0): Promise<void> {
  return queue.add(settleTouched, { portalId, pass }, { id: `${portalId}:${pass}`, ...(delayMs > 0 && { delayMs }) });
}

export function lookTouched(queue: Piles, portalId: string, pass: Pass, limit: number): Promise<Waiting[]> {
  return queue.piles.look(pileOf(portalId, pass), limit);
}

export function dropTouched(queue: Piles, portalId: string, pass: Pass, looked: readonly Waiting[]): Promise<void> {
  return queue.piles.drop(pileOf(portalId, pass), looked);
}

export function countTouched(queue: Piles, portalId: string, pass: Pass): Promise<number> {
  return queue.piles.size(pileOf(portalId, pass));
}

const pileOf = (portalId: string, pass: Pass) => `touched:${portalId}:${pass}`;
