/** A clock that jumps from one event to the next, so that a minute takes milliseconds. */
export interface VirtualTime {
  now: () => number;
  after: (delayMs: number, run: () => void) => () => void;
  sleep: (ms: number) => Promise<void>;
  /** Runs all events up to a moment. */
  runUntil(at: number): Promise<void>;
}

export function virtualTime(): VirtualTime {
  let time = 0;
  let order = 0;
  let events: { at: number; order: number; run: () => void }[] = [];
  const after: VirtualTime["after"] = (delayMs, run) => {
    const event = { at: time + Math.max(0, delayMs), order: order++, run };
    events.push(event);
    return () => {
      events = events.filter((one) => one !== event);
    };
  };
  return {
    now: () => time,
    after,
    sleep: (ms) => new Promise((resolve) => void after(ms, resolve)),
    async runUntil(at) {
      for (;;) {
        // Everything that waits on promises alone goes first.
        await new Promise((resolve) => setImmediate(resolve));
        events.sort((a, b) => a.at - b.at || a.order - b.order);
        const next = events[0];
        if (!next || next.at > at) break;
        events.shift();
        time = next.at;
        next.run();
      }
      time = at;
    },
  };
}
