import { spawn } from "node:child_process";
import { join } from "node:path";

/** A sandbox in a process of its own, so that its memory and its work are not measured as ours. */
export interface SandboxProcess {
  url: string;
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export async function startSandbox({ memoryMb = 4_096 } = {}): Promise<SandboxProcess> {
  const main = join(import.meta.dirname, "../src/sandbox/main.ts");
  const child = spawn(process.execPath, [`--max-old-space-size=${memoryMb}`, "--import", "tsx", main, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once("exit", (code) => reject(new Error(`The sandbox ended with ${code}`)));
  });
  return {
    url,
    async control(method, path, body) {
      const answer = await fetch(`${url}/_sandbox/${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
      return text ? JSON.parse(text) : undefined;
    },
    close: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}
