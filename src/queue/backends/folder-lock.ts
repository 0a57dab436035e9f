import { readFileSync, rmSync } from "node:fs";
import { link, rename, rm, writeFile } from "node:fs/promises";
import { Problem } from "@keyline/domain";
import { z } from "zod";

const owner = z.object({
  pid: z.number().int(),
  /** When that process started, where the system tells: process ids come again, in containers at once. */
  startedAt: z.string().nullable(),
  token: z.string(),
});

type Owner = z.infer<typeof owner>;

/** The tokens of this process: its own id in a lock may be left over from one before it. */
const tokensHere = new Set<string>();

/**
 * Takes a folder for this process by a file beside it, `<folder>.lock`, and gives the way to let go. A lock whose
 * process is gone is taken over. Throws `conflict` when a living process holds it.
 */
export async function takeFolder(folder: string): Promise<() => void> {
  const path = `${folder}.lock`;
  const me: Owner = { pid: process.pid, startedAt: startOf(process.pid), token: crypto.randomUUID() };
  const draft = `${path}.${me.token}`;
  tokensHere.add(me.token);
  await writeFile(draft, JSON.stringify(me));
  try {
    if (!(await linked(draft, path))) await takeOver(path, draft, folder);
  } catch (error) {
    tokensHere.delete(me.token);
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const release = () => {
    process.off("exit", release);
    tokensHere.delete(me.token);
    if (readOwner(path)?.token === me.token) rmSync(path, { force: true });
  };
  process.on("exit", release);
  return release;
}

/** One at a time looks at the old lock and replaces it: whoever holds the second file. */
async function takeOver(path: string, draft: string, folder: string): Promise<void> {
  const turn = `${path}.turn`;
  while (!(await linked(draft, turn))) {
    const holder = readOwner(turn);
    if (holder !== null && !isAlive(holder)) await rm(turn, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  try {
    const holder = readOwner(path);
    if (holder !== null && isAlive(holder)) throw inUse(folder, path, holder.pid);
    await rename(draft, path);
  } finally {
    await rm(turn, { force: true });
  }
}

/** Makes the file in one step, complete with its content; false when there is one. */
async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

function isAlive({ pid, startedAt, token }: Owner): boolean {
  if (pid === process.pid) return tokensHere.has(token);
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

/** Null when there is none, or nothing that can be read. */
function readOwner(path: string): Owner | null {
  try {
    return owner.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}

function inUse(folder: string, path: string, pid: number): Problem {
  return new Problem(
    "conflict",
    `Another Keyline process (pid ${pid}) is using the data in ${folder}. Stop it, or set REDIS_URL or DATABASE_URL so ` +
      `that several can share the work. If no Keyline is running, delete ${path}.`,
  );
}
