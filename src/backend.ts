import { join } from "node:path";
import { Problem, timeZoneOf } from "@keyline/domain";
import { planCompanies, planningPerformances, planPortalJob } from "./check-ins/index.ts";
import { runningBulk } from "./bulk/index.ts";
import type { Now } from "./clock.ts";
import type { Environment } from "./environment.ts";
import { openHttp, type Http } from "./http/index.ts";
import { recalculatePortal, recalculatingPerformances } from "./kpis/index.ts";
import type { Log } from "./log.ts";
import { readManifest } from "./manifest/index.ts";
import { openPortals, type Portals } from "./portals/index.ts";
import { keepCandidates, openBooks } from "./portfolio/index.ts";
import { settingUpPortals } from "./provision/index.ts";
import { openQueue, type Queue } from "./queue/index.ts";
import type { Role } from "./roles.ts";
import { openIntake, stopSync, syncPerformances, wakeSync } from "./sync/index.ts";
import { finishingRuns } from "./workflow-actions/index.ts";

const root = join(import.meta.dirname, "..");
/** How often a portal is looked at when nothing woke us; webhooks and cards wake us for what changed. */
const passEveryMs = 15 * 60_000;
/** Numbers move with the day of the portal: a whole pass soon after its midnight, beside what events wake. */
const numbersCron = "20 0 * * *";
/** A worker that starts looks at all numbers too, but not each time that one is replaced. */
const numbersAtStartMs = 12 * 3_600_000;

export interface BackendOptions {
  environment: Environment;
  role: Role;
  now: Now;
  log: Log;
}

export interface Backend {
  /** Where the routes answer; undefined for a worker. */
  url: string | undefined;
  queue: Queue;
  portals: Portals;
  /** Wakes planner and numbers for every portal at once, as when time moved on. */
  wake(): Promise<void>;
  close(): Promise<void>;
}

/** Puts the backend together: queue, portals, and by role the routes, the worker, or both. */
export async function openBackend({ environment, role, now, log }: BackendOptions): Promise<Backend> {
  const queue = await openQueue({
    redisUrl: environment.REDIS_URL,
    databaseUrl: environment.DATABASE_URL,
    dataFolder: join(environment.KEYLINE_DATA, "queue"),
    log,
  });
  const { scopes } = await readManifest(root);
  const portals = openPortals({ environment, log, pacerStore: queue.pacerStore, store: queue.store, scopes });
  const wakePlanner = async () => {
    for (const portalId of await portals.ids()) await queue.add(planPortalJob, { portalId }, { id: portalId });
  };
  const wake = async () => {
    await wakePlanner();
    for (const portalId of await portals.ids()) await queue.add(recalculatePortal, { portalId }, { id: portalId });
  };
  if (role !== "web") {
    await startWorking({ queue, portals, now, log });
    // Webhooks that came while nobody listened may be lost: look at everything once.
    await wakePlanner();
  }
  const http = role === "worker" ? undefined : await openRoutes({ environment, queue, portals, now, log });
  return {
    url: http?.url,
    queue,
    portals,
    wake,
    async close() {
      await http?.close();
      await queue.close();
    },
  };
}

interface Parts {
  queue: Queue;
  portals: Portals;
  now: Now;
  log: Log;
}

async function startWorking(parts: Parts): Promise<void> {
  const { queue, portals, now, log } = parts;
  const open = (portalId: string) =>
    portals.open(portalId).catch(async (problem: unknown) => {
      if (isGone(problem)) await stopPortal(parts, portalId);
      throw problem;
    });
  await queue.work([
    settingUpPortals({ open, begin: (portalId) => startPortal(parts, portalId), log }),
    ...planningPerformances({ open, queue, now, log }),
    runningBulk({
      open,
      store: queue.store,
      // Webhooks say it too, but not in every portal.
      onChanged: (portalId, companyIds) =>
        queue.addMany(
          planCompanies,
          companyIds.map((id) => ({ data: { portalId, companyIds: [id] }, id: `${portalId}:${id}` })),
        ),
    }),
    ...recalculatingPerformances({ open, queue, now, log }),
    finishingRuns({ open, now, log }),
    ...syncPerformances({ open, queue, wakeAll: (portalId) => wakeAll(parts, portalId), now, log }),
  ]);
  for (const portalId of await portals.ids()) {
    await startPortal(parts, portalId).catch((problem: unknown) => {
      // One portal that cannot be read must not keep the others from being served.
      if (!portals.installing) throw problem;
      log.error({ portalId, err: problem }, "A portal cannot be read; it is looked at again at the next start");
    });
  }
}

/** The clocks of one portal. A worker that starts looks at everything once: webhooks that came meanwhile may be lost. */
async function startPortal({ queue, portals }: Parts, portalId: string): Promise<void> {
  await queue.every(planPortalJob, { everyMs: passEveryMs }, { portalId }, portalId);
  const { settings, timeZone } = await portals.open(portalId);
  const nightly = { cron: numbersCron, timeZone: timeZoneOf(settings, timeZone) };
  await queue.every(recalculatePortal, nightly, { portalId }, portalId);
  await wakeAll({ queue }, portalId);
  await wakeSync(queue, portalId);
}

async function wakeAll({ queue }: Pick<Parts, "queue">, portalId: string): Promise<void> {
  await queue.add(planPortalJob, { portalId }, { id: portalId });
  await queue.add(recalculatePortal, { portalId }, { id: `start:${portalId}`, deduplicateMs: numbersAtStartMs });
}

/** A portal that uninstalled the app: nothing wakes us for it any more. */
async function stopPortal({ queue, log }: Parts, portalId: string): Promise<void> {
  await queue.cancelSchedule(planPortalJob, portalId);
  await queue.cancelSchedule(recalculatePortal, portalId);
  await stopSync(queue, portalId);
  log.warn({ portalId }, "Keyline is no longer installed in this portal; its records in HubSpot stay");
}

function isGone(problem: unknown): boolean {
  return problem instanceof Problem && problem.code === "not-installed";
}

function openRoutes({ environment, ...parts }: Parts & { environment: Environment }): Promise<Http> {
  const clientSecret = environment.HUBSPOT_CLIENT_SECRET;
  if (!clientSecret) parts.log.warn({}, "HUBSPOT_CLIENT_SECRET is not set: requests of cards and webhooks are refused");
  const intake = openIntake(parts.queue, (error) => parts.log.error({ err: error }, "The inbox could not be rung for"));
  const books = openBooks({ store: parts.queue.store, log: parts.log });
  return openHttp(
    {
      ...parts,
      intake,
      books,
      candidates: keepCandidates(),
      clientSecret: clientSecret ?? "",
      publicUrl: environment.PUBLIC_URL,
    },
    environment.PORT,
  );
}
