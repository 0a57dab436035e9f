import { Problem } from "@keyline/domain";
import { roles, type Role } from "../roles.ts";
import { stopSignal } from "../stop-signal.ts";
import type { Command } from "./command.ts";

/** Serves until it is stopped: routes (`web`), jobs (`worker`), or both (`all`). */
export const backend: Command = {
  name: "backend",
  summary: "Serve the cards and webhooks (web), do the jobs (worker), or both (all)",
  options: { role: roles.join("|") },
  async run({ environment, now, log, options }) {
    const role = roleOf(options["role"] ?? "all");
    // Loaded here alone: the other commands start without routes and queue.
    const { openBackend } = await import("../backend.ts");
    const running = await openBackend({ environment, role, now, log });
    log.info({ role, url: running.url, queue: running.queue.kind }, "Keyline is running");
    await stopSignal();
    await running.close();
    // A job that was left may still wait to repeat a call: whoever takes it up does it again.
    return process.exit();
  },
};

function roleOf(word: string): Role {
  const role = roles.find((one) => one === word);
  if (role) return role;
  throw new Problem("invalid-input", `--role takes ${roles.join(", ")}, not "${word}".`);
}
