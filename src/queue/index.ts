/** The queue's door: jobs that survive, schedules, a small durable store and the pace that workers share. */
export { defineJob, perform, type JobContext, type JobDeclaration, type Performance } from "./job.ts";
export { type Lane } from "./lanes.ts";
export { openQueue, type QueueOptions } from "./open-queue.ts";
export { type PacerStore } from "./pacing/pacer-store.ts";
export { type PileStore, type Waiting } from "./piles/pile-store.ts";
export {
  type AddOptions,
  type Counts,
  type JobEvent,
  type Queue,
  type QueueWorker,
  type Schedule,
  type WorkOptions,
} from "./queue.ts";
export { type KeyedStore } from "./store/keyed-store.ts";
