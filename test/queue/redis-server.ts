import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** False, said aloud, where there is no Redis; in CI its absence is a failure. */
export function hasRedisServer(): boolean {
  if (spawnSync("redis-server", ["--version"]).status === 0) return true;
  if (process.env["CI"] === "true") throw new Error("redis-server is not installed, and CI may skip nothing");
  console.warn("SKIPPED: the queue on Redis, for there is no redis-server here (apt install redis-server)");
  return false;
}

/** A Redis of the test's own, in memory, on a free port. */
export async function openRedisServer() {
  const folder = await mkdtemp(join(tmpdir(), "keyline-redis-"));
  const port = await freePort();
  const start = async () => {
    const server = spawn("redis-server", ["--port", `${port}`, "--save", "", "--appendonly", "no", "--dir", folder]);
    for await (const line of createInterface({ input: server.stdout })) if (line.includes("Ready to accept")) break;
    return server;
  };
  let server = await start();
  const stop = async () => {
    const exited = once(server, "exit");
    server.kill("SIGKILL");
    await exited;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    stop,
    async start() {
      server = await start();
    },
    /** Everything in it is gone; connections stay. */
    async flush() {
      const socket = connect(port, "127.0.0.1");
      socket.write("FLUSHALL\r\n");
      await once(socket, "data");
      socket.destroy();
    },
    async close() {
      if (server.exitCode === null && server.signalCode === null) await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No port");
  return address.port;
}
