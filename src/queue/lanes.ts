export const laneNames = ["webhooks", "planner", "writes"] as const;

export type Lane = (typeof laneNames)[number];

/**
 * One BullMQ queue each, so that a flood of one kind of work does not delay another. `concurrency` is how many jobs of
 * the lane one process does at a time, unless `work` is told otherwise: calls to HubSpot are paced, so a few are enough.
 */
export const lanes: Record<Lane, { concurrency: number }> = {
  /** What HubSpot and people tell us: parse, decide what to wake, done. */
  webhooks: { concurrency: 4 },
  /** Passes that read a portal and decide. */
  planner: { concurrency: 4 },
  /** Passes that write a portal. */
  writes: { concurrency: 4 },
};
