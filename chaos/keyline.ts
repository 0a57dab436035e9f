import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const program = join(import.meta.dirname, "../bin/keyline.js");

/** Starts `keyline <words>` in a process of its own; what it complains of goes to our own standard error. */
export function startKeyline(words: readonly string[], environment: Record<string, string>): ChildProcess {
  const env = { PATH: process.env["PATH"] ?? "", LOG_LEVEL: "silent", ...environment };
  return spawn(process.execPath, [program, ...words], { env, stdio: ["ignore", "pipe", "pipe"] });
}

/** Runs a command to its end and answers what it printed. Throws an Error with its complaint when it fails. */
export async function runKeyline(words: readonly string[], environment: Record<string, string>): Promise<string> {
  const child = startKeyline(words, environment);
  let [said, complained] = ["", ""];
  child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (complained += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`keyline ${words.join(" ")} ended with ${code}: ${complained || said}`);
  return said;
}
