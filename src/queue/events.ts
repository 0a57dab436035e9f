import type { Log } from "../log.ts";
import type { JobEvent } from "./queue.ts";

export interface Events {
  listen(listener: (event: JobEvent) => void): () => void;
  tell(event: Omit<JobEvent, "at">): void;
}

/** Tells listeners in this process; one that throws does not disturb the work. */
export function openEvents(log: Log): Events {
  const listeners = new Set<(event: JobEvent) => void>();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(event) {
      const told = { at: new Date().toISOString(), ...event };
      for (const listener of listeners) {
        try {
          listener(told);
        } catch (error) {
          log.error({ err: error }, "A listener of the queue failed");
        }
      }
    },
  };
}
