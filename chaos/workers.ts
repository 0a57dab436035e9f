import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { startKeyline } from "./keyline.ts";

/** Processes of the real backend, one for each role; one that ends, by whatever, is started again at once. */
export interface Workers {
  /** `kill -9` on one of them; `at` from 0 to 1 chooses which. */
  kill(at: number): void;
  /** How often one ended by itself, such as when its Redis was not there. */
  fell(): number;
  close(): Promise<void>;
}

/** A supervisor waits a moment before it starts a process again that will not stay up. */
const restartAfterMs = 300;

export function startWorkers(roles: readonly string[], now: string, environment: Record<string, string>): Workers {
  const count = roles.length;
  const closing = new AbortController();
  let falls = 0;
  const running: (ChildProcess | undefined)[] = [];
  const killed = new WeakSet<ChildProcess>();

  async function keepUp(place: number): Promise<void> {
    while (!closing.signal.aborted) {
      const child = startKeyline(["backend", "--role", roles[place] ?? "worker", "--now", now], environment);
      child.stdout?.resume();
      child.stderr?.pipe(process.stderr, { end: false });
      running[place] = child;
      await once(child, "exit");
      if (closing.signal.aborted || killed.has(child)) continue;
      falls++;
      await sleep(restartAfterMs);
    }
  }

  const keeping = Array.from({ length: count }, (_, place) => keepUp(place));
  return {
    kill(at) {
      const child = running[Math.floor(at * count)];
      if (!child) return;
      killed.add(child);
      child.kill("SIGKILL");
    },
    fell: () => falls,
    async close() {
      closing.abort();
      for (const child of running) child?.kill("SIGTERM");
      const late = setTimeout(() => running.forEach((child) => child?.kill("SIGKILL")), 20_000);
      await Promise.all(keeping);
      clearTimeout(late);
    },
  };
}
