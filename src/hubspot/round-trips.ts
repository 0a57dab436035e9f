/**
 * Which part of a call's round trip cannot have been its way to HubSpot. The shortest one ever seen of its like (the same
 * operation on as many records) is work and a way back that no call of that kind is spared; the next call needs its own
 * way there, this one needed the rest of the shortest for its work and its answer. So with a steady latency nothing is
 * lost, whatever it is, and otherwise only what a call took longer than the shortest of its like.
 */
export interface RoundTrips {
  /** Remembers a round trip and answers what of it is safe to take off. */
  savedMs(like: string, roundTripMs: number): number;
}

/** The first calls of a process take long before they even leave: before so many, nothing is taken off. */
const enoughOfAll = 100;
/** Before so many of a like were seen, the shortest of all kinds stands for it. */
const enough = 20;
/** The shortest seen is not the shortest possible: so much of it is believed. */
const believed = 0.75;
/** Calls that name a record in their path would make a like each; these are enough for the batches. */
const mostLikes = 200;

export function roundTrips(): RoundTrips {
  const likes = new Map<string, { count: number; shortestMs: number }>();
  let shortestMs = Infinity;
  let count = 0;
  return {
    savedMs(like, roundTripMs) {
      count++;
      shortestMs = Math.min(shortestMs, roundTripMs);
      const seen = likes.get(like) ?? { count: 0, shortestMs: Infinity };
      seen.count++;
      seen.shortestMs = Math.min(seen.shortestMs, roundTripMs);
      if (likes.has(like) || likes.size < mostLikes) likes.set(like, seen);
      if (count < enoughOfAll) return 0;
      return believed * (seen.count < enough ? shortestMs : seen.shortestMs);
    },
  };
}
