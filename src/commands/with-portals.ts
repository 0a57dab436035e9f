import { join, resolve } from "node:path";
import { readManifest } from "../manifest/index.ts";
import { openPortals, type Portals } from "../portals/index.ts";
import { openQueue } from "../queue/index.ts";
import type { CommandContext } from "./command.ts";

const root = resolve(import.meta.dirname, "../..");

/** The portals for a command. A private app needs its token alone; install tokens are in the backend's store. */
export async function withPortals<T>(
  { environment, log }: Pick<CommandContext, "environment" | "log">,
  work: (portals: Portals) => Promise<T>,
): Promise<T> {
  if (environment.HUBSPOT_ACCESS_TOKEN) return work(openPortals({ environment, log }));
  const { scopes } = await readManifest(root);
  const queue = await openQueue({
    redisUrl: environment.REDIS_URL,
    databaseUrl: environment.DATABASE_URL,
    dataFolder: join(environment.KEYLINE_DATA, "queue"),
    log,
  });
  try {
    return await work(openPortals({ environment, log, store: queue.store, pacerStore: queue.pacerStore, scopes }));
  } finally {
    await queue.close();
  }
}
