import { readFileSync, rmSync } from "node:fs";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { Problem } from "@keyline/domain";

interface Owner {
  pid: number;
  /** When that process started, where the system tells: process ids come again, in containers at once. */
  startedAt: string | null;
  token: string;
}

const heldHere = new Set<string>();

/**
 * Takes a folder for this process by a file beside it, `<folder>.lock`, and gives the way to let go. A lock whose
 * process is gone is taken over. Throws `conflict` when a living process holds it.
 */
export async function takeFolder(folder: string): Promise<() => void> {
  const path = `${folder}.lock`;
  const owner: Owner = { pid: process.pid, startedAt: startOf(process.pid), token: crypto.randomUUID() };
  const draft = `${path}.${owner.token}`;
  await writeFile(draft, JSON.stringify(owner));
  try {
    while (!(await linked(draft, path))) await moveStaleAside(path, folder, `${draft}.stale`);
  } finally {
    await rm(draft, { force: true });
  }
  // Two processes may have taken over the same stale lock: the file says whose it is.
  if ((await readOwner(path))?.token !== owner.token) throw inUse(folder, path);
  heldHere.add(path);
  const release = () => {
    process.off("exit", release);
    heldHere.delete(path);
    if (readOwnerNow(path)?.token === owner.token) rmSync(path, { force: true });
  };
  process.on("exit", release);
  return release;
}

/** Makes the lock in one step, complete with its content; false when there is one. */
async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function moveStaleAside(path: string, folder: string, aside: string): Promise<void> {
  const owner = await readOwner(path);
  if (owner !== null && isAlive(owner, path)) throw inUse(folder, path, owner.pid);
  await rename(path, aside).catch(ignoreMissing);
  await rm(aside, { force: true });
}

function isAlive(owner: Owner, path: string): boolean {
  if (owner.pid === process.pid) return heldHere.has(path);
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return owner.startedAt === startOf(owner.pid);
}

/** Linux tells when a process started (field 22 of its stat, after the name in brackets); elsewhere null. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

async function readOwner(path: string): Promise<Owner | null> {
  return parseOwner(await readFile(path, "utf8").catch(ignoreMissing));
}

function readOwnerNow(path: string): Owner | null {
  try {
    return parseOwner(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

function parseOwner(text: string | undefined): Owner | null {
  try {
    return text === undefined ? null : (JSON.parse(text) as Owner);
  } catch {
    return null;
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

function inUse(folder: string, path: string, pid?: number): Problem {
  const by = pid === undefined ? "Another Keyline process" : `Another Keyline process (pid ${pid})`;
  return new Problem(
    "conflict",
    `${by} is using the data in ${folder}. Stop it, or give this one a database of its own or REDIS_URL to share. ` +
      `If no Keyline is running, delete ${path}.`,
  );
}
