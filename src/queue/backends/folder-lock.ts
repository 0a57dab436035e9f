import { readFileSync, rmSync } from "node:fs";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { Problem } from "@keyline/domain";
import { z } from "zod";

const owner = z.object({
  pid: z.number().int(),
  /** When that process started, where the system tells: process ids come again, in containers at once. */
  startedAt: z.string().nullable(),
  token: z.string(),
});

type Owner = z.infer<typeof owner>;

const heldHere = new Set<string>();

/**
 * Takes a folder for this process by a file beside it, `<folder>.lock`, and gives the way to let go. A lock whose
 * process is gone is taken over. Throws `conflict` when a living process holds it.
 */
export async function takeFolder(folder: string): Promise<() => void> {
  const path = `${folder}.lock`;
  const me: Owner = { pid: process.pid, startedAt: startOf(process.pid), token: crypto.randomUUID() };
  const draft = `${path}.${me.token}`;
  await writeFile(draft, JSON.stringify(me));
  try {
    while (!(await linked(draft, path))) await moveStaleAside(path, folder, `${draft}.stale`);
  } finally {
    await rm(draft, { force: true });
  }
  // Two processes may have taken over the same stale lock: the file says whose it is.
  if ((await readOwner(path))?.token !== me.token) throw inUse(folder, path);
  heldHere.add(path);
  const release = () => {
    process.off("exit", release);
    heldHere.delete(path);
    if (readOwnerNow(path)?.token === me.token) rmSync(path, { force: true });
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
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

async function moveStaleAside(path: string, folder: string, aside: string): Promise<void> {
  const holder = await readOwner(path);
  if (holder !== null && isAlive(holder, path)) throw inUse(folder, path, holder.pid);
  await rename(path, aside).catch(ignoreMissing);
  await rm(aside, { force: true });
}

function isAlive({ pid, startedAt }: Owner, path: string): boolean {
  if (pid === process.pid) return heldHere.has(path);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== "EPERM") return false;
  }
  return startedAt === startOf(pid);
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
    return text === undefined ? null : owner.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) !== "ENOENT") throw error;
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}

function inUse(folder: string, path: string, pid?: number): Problem {
  const by = pid === undefined ? "Another Keyline process" : `Another Keyline process (pid ${pid})`;
  return new Problem(
    "conflict",
    `${by} is using the data in ${folder}. Stop it, or give this one a database of its own or REDIS_URL to share. ` +
      `If no Keyline is running, delete ${path}.`,
  );
}
