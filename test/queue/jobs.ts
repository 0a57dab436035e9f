import { z } from "zod";
import { defineJob } from "../../src/queue/index.ts";

export const count = defineJob({ name: "count", lane: "webhooks", data: z.object({ n: z.number() }), backoffMs: 20 });
export const plan = defineJob({ name: "plan", lane: "planner", data: z.object({ portal: z.number() }) });
export const slow = defineJob({ name: "slow", lane: "writes", data: z.object({ n: z.number() }) });

export const quietLog = { debug() {}, info() {}, warn() {}, error() {} };

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits until something has come true; fails when it does not in time. */
export async function until(isSo: () => boolean | Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Still not so after ${timeoutMs} ms: ${isSo.toString()}`);
    await pause(15);
  }
}
