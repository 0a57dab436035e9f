import { fork } from "node:child_process";
import { join } from "node:path";
import type { SandboxProcess } from "./sandbox-process.ts";

/** What goes over a portal. */
export type PassName =
  /** Numbers alone: never computed before, nothing changed since, and nothing changed with every record compared. */
  | "first"
  | "again"
  | "thorough"
  /** A reconciliation: over everything, or over what changed. */
  | "full"
  | "changes";

export interface PassAsked {
  pass: PassName;
  sandboxUrl: string;
  now: string;
  /** What the queue's store holds. */
  kept: Record<string, string>;
}

export interface PassDone {
  calls: number;
  written: number;
  refused: number;
  seconds: number;
  /** The most that was resident, in megabytes. */
  peakMemoryMb: number;
  /** The most that was left on the heap by a collection of everything, one a second: what is truly held. */
  peakHeapMb: number;
  kept: Record<string, string>;
}

/**
 * The old space of a process that goes over a portal, in megabytes. Without a limit V8 takes what the machine has before it
 * tidies up, and what is resident says more of the machine than of us.
 */
export const heapLimitMb = 256;

/** One pass in a process of its own: nothing else counts as its memory, and no pass inherits another's. */
export async function runPass(
  sandbox: SandboxProcess,
  asked: Omit<PassAsked, "sandboxUrl" | "kept"> & { kept?: Record<string, string> },
): Promise<PassDone> {
  const program = join(import.meta.dirname, "pass-process.ts");
  const child = fork(program, [], {
    execArgv: [`--max-old-space-size=${heapLimitMb}`, "--expose-gc", "--import", "tsx"],
    env: { PATH: process.env["PATH"] },
  });
  return new Promise((resolve, reject) => {
    child.once("message", (done: PassDone) => resolve(done));
    child.once("exit", (code) => reject(new Error(`The ${asked.pass} pass ended with ${code}`)));
    child.send({ kept: {}, ...asked, sandboxUrl: sandbox.url } satisfies PassAsked);
  });
}
