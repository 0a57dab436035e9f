import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** `npm start` as a person runs it, in a process of its own. */
export interface Running {
  previewUrl: string;
  sandboxUrl: string;
  /** Ctrl-C. */
  stop(): Promise<void>;
  /** `kill -9`: no chance to tidy up. */
  kill(): Promise<void>;
}

/** Less than what the journeys' hooks wait: a process that is late must not stay, and slow down those that come after. */
const readyWithinMs = 170_000;

/** Starts on a data folder, waits for the address; throws with all it printed when it ends before, or is not there in time. */
export async function startKeyline(dataFolder: string): Promise<Running> {
  const child = spawn(
    process.execPath,
    [
      "--import",
      join(root, "node_modules/tsx/dist/esm/index.mjs"),
      join(root, "src/dev.ts"),
      "--data",
      dataFolder,
      "--port",
      "0",
    ],
    {
      cwd: root,
      env: { ...process.env, LOG_LEVEL: "warn", PORT: "", REDIS_URL: "", DATABASE_URL: "" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const said = await untilReady(child);
  const address = (words: RegExp) => words.exec(said)?.[1] ?? "";
  return {
    previewUrl: address(/ready: (http\S+)/),
    sandboxUrl: address(/stand-in (http[^\s,]+)/),
    stop: () => end(child, "SIGINT"),
    kill: () => end(child, "SIGKILL"),
  };
}

function untilReady(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolvePromise, reject) => {
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`Keyline is not ready after ${readyWithinMs / 1_000} s:\n${said}`));
    }, readyWithinMs);
    child.once("exit", () => clearTimeout(late));
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (!/Behind it: .*\n/.test(said)) return;
      clearTimeout(late);
      resolvePromise(said);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => reject(new Error(`Keyline ended with ${code}:\n${said}`)));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}
