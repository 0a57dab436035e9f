import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import type { Log } from "../../log.ts";
import type { Backend } from "./backend.ts";
import { takeFolder } from "./folder-lock.ts";
import { openPglitePool } from "./pglite-pool.ts";
import { openPoolBackend } from "./postgres.ts";

/** A database for one process and some thousand jobs: an eighth of the memory that Postgres takes by default. */
const settings = [
  "shared_buffers=8MB",
  "wal_buffers=1MB",
  "max_wal_size=32MB",
  "min_wal_size=32MB",
  "max_connections=10",
  "timezone=UTC",
  "jit=off",
];

/** PGlite has no autovacuum, and a queue is what needs one most. It takes milliseconds when done often. */
const busyTables = "bullmq.job, bullmq.event, bullmq.dedup, bullmq.meta";

/**
 * BullMQ on a Postgres inside this process, its data in `folder`. Throws `conflict` when another process has the folder.
 * Data that cannot be opened is moved aside and the queue starts empty: it holds nothing that cannot be made again.
 */
export async function openEmbeddedBackend(folder: string, prefix: string, log: Log): Promise<Backend> {
  const path = resolve(folder);
  await mkdir(dirname(path), { recursive: true });
  const release = await takeFolder(path);
  try {
    return await openIn(path, prefix, release).catch(async (cause: unknown) => {
      if (!existsSync(path)) throw cause;
      const aside = `${path}.broken-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
      await rename(path, aside);
      log.error({ err: cause, aside }, "The queue's data could not be opened: moved aside, starting empty");
      return openIn(path, prefix, release);
    });
  } catch (error) {
    release();
    throw error;
  }
}

async function openIn(path: string, prefix: string, release: () => void): Promise<Backend> {
  if (!existsSync(path)) await createDatabase(path);
  const database = await PGlite.create({ dataDir: path, postgresqlconf: settings });
  const pool = openPglitePool(database, async () => {
    await database.close();
    release();
  });
  const backend = await openPoolBackend("embedded", pool, prefix, {
    atStart: () => prepare(database),
    // No NOTIFY is lost within a process: looking without being told is for the unforeseen.
    lookEverySeconds: 30,
  });
  return {
    ...backend,
    // There is no other process to share a pace with: each pacer keeps its own.
    pacerStore: undefined,
    // The lock of a running job matters only between processes, and here is but one: fewer looks, less to renew.
    openWorker: (name, options) => backend.openWorker(name, { ...options, lockMs: 60_000 }),
    async sweep() {
      await backend.sweep();
      await database.exec(`VACUUM ${busyTables}, keyline.stored, keyline.waiting`);
    },
  };
}

async function prepare(database: PGlite): Promise<void> {
  // PGlite starts with a search path of its own, and all clients share its one session. Then: only this process can have
  // workers here, so whatever is marked as running died with the process before. BullMQ is to take it up on its first
  // look instead of after the lock's time.
  await database.exec(`
    SET search_path TO bullmq;
    UPDATE job SET stalled_marked = true, locked_until_ms = 0 WHERE state = 'active';
    DELETE FROM meta WHERE field = 'stalled-check';`);
  await database.exec(`VACUUM ${busyTables}`);
}

/**
 * Makes the empty database in a process of its own, for it takes 700 MB for three seconds, and under another name, so
 * that a crash in the middle leaves nothing that looks like a database. That process ends with ours; what processes that
 * crashed have left is removed, except what one of them is still writing.
 */
async function createDatabase(path: string): Promise<void> {
  const drafts = `${basename(path)}.new-`;
  for (const name of await readdir(dirname(path))) {
    if (name.startsWith(drafts)) await rm(join(dirname(path), name), { recursive: true, force: true }).catch(() => {});
  }
  const draft = join(dirname(path), drafts + crypto.randomUUID());
  const pglite = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const script = `process.stdin.resume().once("end", () => process.exit(1));
    const { PGlite } = require(process.argv[1]);
    PGlite.create({ dataDir: process.argv[2] }).then((database) => database.close()).then(() => process.exit())`;
  await promisify(execFile)(process.execPath, ["-e", script, pglite, draft]);
  await rename(draft, path);
}
