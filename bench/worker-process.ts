import { settingsFrom } from "@keyline/domain";
import { planningPerformances, planPortalJob } from "../src/check-ins/index.ts";
import { clockFrom, type Now } from "../src/clock.ts";
import { createPacer, openHubSpot, startingLimits } from "../src/hubspot/index.ts";
import { quietLog } from "../src/log.ts";
import { openQueue, type JobEvent } from "../src/queue/index.ts";

/** What the bench says to a worker. Each word is answered with one of the same kind. */
export type Word =
  { say: "know" } | { say: "clock"; now: string } | { say: "wake" } | { say: "counts" } | { say: "memory" };
export type Reply =
  | { say: "ready" | "know" | "clock" | "wake" }
  | { say: "counts"; busy: number; failed: number }
  /** The most of it that was resident since the last question. */
  | { say: "memory"; peakMb: number }
  | { say: "job"; event: JobEvent };

/** The worker's part of check-ins in a process of its own: `worker-process.ts <sandbox> <data folder> <moment>`. */
const [baseUrl = "", dataFolder = "", moment = ""] = process.argv.slice(2);
const portalId = "48000001";
let now: Now = clockFrom(new Date(moment));
let peakBytes = 0;
const look = () => void (peakBytes = Math.max(peakBytes, process.memoryUsage.rss()));
setInterval(look, 100).unref();

const queue = await openQueue({ dataFolder, redisUrl: process.env["REDIS_URL"], log: quietLog });
const { pacerStore } = queue;
const limits = startingLimits.privateApp;
const pacer = createPacer({ key: "bench", limits, ...(pacerStore && { store: pacerStore }) });
const hubspot = openHubSpot({ baseUrl, token: "sandbox", pacer, log: quietLog });
// One manager has them all: with the usual room in a day the due dates would be spread, here they fall on one morning.
const settings = settingsFrom({ capacityPerDay: 1_000_000 });
const open = () => Promise.resolve({ hubspot, settings });
await queue.work(planningPerformances({ open, queue, now: () => now(), log: quietLog }));
queue.onEvent((event) => tell({ say: "job", event }));
process.on("message", (word: Word) => void answer(word).then(tell));
process.on("disconnect", () => process.exit());
tell({ say: "ready" });

async function answer(word: Word): Promise<Reply> {
  switch (word.say) {
    case "know":
      // A worker that runs already knows the account, its people, its types and pipelines, and whether it has tickets.
      await Promise.all([
        hubspot.account(),
        hubspot.owners(),
        hubspot.users(),
        hubspot.customTypeIds(),
        hubspot.pipelines("deals"),
        hubspot.pipelines("tickets"),
        hubspot.hasAny("tickets"),
      ]);
      return { say: "know" };
    case "clock":
      now = clockFrom(new Date(word.now));
      return { say: "clock" };
    case "wake":
      await queue.add(planPortalJob, { portalId }, { id: portalId });
      return { say: "wake" };
    case "counts": {
      const { waiting, active, delayed, failed } = await queue.counts();
      return { say: "counts", busy: waiting + active + delayed, failed };
    }
    case "memory": {
      look();
      const peakMb = Math.round(peakBytes / 1_048_576);
      peakBytes = 0;
      return { say: "memory", peakMb };
    }
  }
}

function tell(reply: Reply): void {
  process.send?.(reply);
}
