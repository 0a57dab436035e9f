import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A Postgres of our own in a folder that is thrown away; undefined where Postgres is not installed. */
export async function openPostgresServer(): Promise<{ url: string; close(): Promise<void> } | undefined> {
  if (spawnSync("initdb", ["--version"]).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "keyline-postgres-"));
  const as = unprivileged();
  if (as) chownSync(folder, as.uid, as.gid);
  const data = join(folder, "data");
  execFileSync("initdb", ["-D", data, "-U", "keyline", "-A", "trust"], { ...as, cwd: folder, stdio: "ignore" });
  const port = await freePort();
  const server = spawn("postgres", ["-D", data, "-p", `${port}`, "-h", "127.0.0.1", "-k", folder], {
    ...as,
    cwd: folder,
    stdio: "ignore",
  });
  const url = `postgres://keyline@127.0.0.1:${port}/postgres`;
  while (spawnSync("pg_isready", ["-h", "127.0.0.1", "-p", `${port}`]).status !== 0) {
    if (server.exitCode !== null) throw new Error(`Postgres ended with ${server.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    async close() {
      const ended = once(server, "exit");
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Postgres does not run as root: as its own user, where there is one. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (kind: string) => Number(execFileSync("id", [kind, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}
