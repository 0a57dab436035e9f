import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { QueueOptions } from "../../src/queue/index.ts";

/**
 * Works in a process of its own and kills it with SIGKILL in the middle of a job, as often as asked. The first process adds the
 * jobs. Returns the numbers that were done.
 */
export async function runAndKill(
  options: Omit<QueueOptions, "log">,
  { jobs, kills }: { jobs: number; kills: number },
): Promise<Set<number>> {
  const done = new Set<number>();
  const script = fileURLToPath(new URL("killed-worker.ts", import.meta.url));
  for (let kill = 0; kill < kills; kill += 1) {
    const input = JSON.stringify({ options, jobs: kill === 0 ? jobs : 0 });
    const child = spawn(process.execPath, ["--import", "tsx", script, input], { stdio: ["ignore", "pipe", "inherit"] });
    const exited = once(child, "exit");
    const enough = done.size + 20;
    for await (const line of createInterface({ input: child.stdout })) {
      done.add(Number(line));
      if (done.size === enough) child.kill("SIGKILL");
    }
    await exited;
  }
  return done;
}
