import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Problem } from "@keyline/domain";
import type { Environment } from "../environment.ts";
import type { Log } from "../log.ts";
import { openQueue, type KeyedStore, type PacerStore } from "../queue/index.ts";

type Store = Pick<KeyedStore, "get" | "set" | "delete" | "list">;

/** Where a command keeps its place: with the queue. */
export interface Place {
  store: Store;
  /** What portals that share the queue with a backend need of it: install tokens and the common pace. */
  shared: { store?: KeyedStore; pacerStore?: PacerStore };
  close(): Promise<void>;
}

/**
 * The queue's store; where the embedded one belongs to a backend that runs, a file beside it. What it holds can be found
 * again by going over everything. Install tokens are not in that file: without a private app's token it throws `conflict`.
 */
export async function openPlace(environment: Environment, log: Log): Promise<Place> {
  const {
    REDIS_URL: redisUrl,
    DATABASE_URL: databaseUrl,
    KEYLINE_DATA: data,
    HUBSPOT_ACCESS_TOKEN: token,
  } = environment;
  try {
    const queue = await openQueue({ redisUrl, databaseUrl, dataFolder: join(data, "queue"), log });
    const { store, pacerStore } = queue;
    return { store, shared: { store, pacerStore }, close: () => queue.close() };
  } catch (problem) {
    if (!token || !(problem instanceof Problem) || problem.code !== "conflict") throw problem;
    const file = join(data, "reconcile.json");
    log.info({ file }, "A backend has the queue: this command keeps its place in a file of its own");
    return { store: openFileStore(file), shared: {}, close: async () => {} };
  }
}

/** Texts by key in one small file, replaced as a whole, so that a kill leaves the old or the new one. */
export function openFileStore(file: string): Store {
  const read = async (): Promise<Record<string, string>> => {
    try {
      return JSON.parse(await readFile(file, "utf8")) as Record<string, string>;
    } catch {
      return {};
    }
  };
  const write = async (texts: Record<string, string>) => {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, JSON.stringify(texts));
    await rename(`${file}.new`, file);
  };
  return {
    get: async (key) => (await read())[key] ?? null,
    set: async (key, value) => write({ ...(await read()), [key]: value }),
    async delete(key) {
      const { [key]: old, ...others } = await read();
      if (old !== undefined) await write(others);
      return old !== undefined;
    },
    async list(prefix) {
      const found = Object.entries(await read()).filter(([key]) => key.startsWith(prefix));
      return found.map(([key, value]) => ({ key, value })).sort((a, b) => (a.key < b.key ? -1 : 1));
    },
  };
}
