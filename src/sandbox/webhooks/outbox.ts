import type { Happening } from "../portal/tell.ts";
import { signV3 } from "./sign.ts";
import { covers, presetSubscriptions, type Subscription } from "./subscription.ts";

const MAX_EVENTS = 100;
const GATHER_MS = 20;
const ANSWER_WITHIN_MS = 5000;
const MAX_TRIES = 11;
const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 30_000;

/** One event as it travels. */
export type WebhookEvent = Record<string, unknown>;

/** What the strip of the preview shows of a delivery. `status` is 0 when nobody answered in time. */
export interface Delivery {
  at: Date;
  url: string;
  events: WebhookEvent[];
  attempt: number;
  status: number;
  ms: number;
}

export interface WebhookSettings {
  /** Where deliveries go; nowhere when absent. */
  targetUrl?: string | undefined;
  subscriptions: readonly Subscription[];
  /** HubSpot's least is 5. */
  maxConcurrentRequests: number;
  /** The share of deliveries that come twice, as HubSpot says they may. */
  repeats: number;
}

export interface Outbox {
  settings: WebhookSettings;
  /** Takes what happened; typeIdOf resolves the names of object types in that portal. */
  take(happenings: Happening[], typeIdOf: (portalId: number, name: string) => string | undefined): void;
  /** How much waits to be delivered, or to be tried again. */
  waiting(): number;
  /** Resolves when nothing waits any more: all delivered or given up. */
  idle(): Promise<void>;
  /** Drops what waits. */
  clear(): void;
}

/** Delivers events in no promised order, a hundred at a time, signed, and again with growing pauses until somebody says 2xx. */
export function openOutbox(options: {
  secret: string;
  appId: number;
  now: () => Date;
  random: () => number;
  settings?: Partial<WebhookSettings>;
  hear: (delivery: Delivery) => void;
}): Outbox {
  let waiting: WebhookEvent[] = [];
  let running = 0;
  let nextEventId = 1;
  let gather: NodeJS.Timeout | undefined;
  let era = 0;
  const timers = new Set<NodeJS.Timeout>();
  const onIdle = new Set<() => void>();

  const isIdle = () => waiting.length === 0 && running === 0 && timers.size === 0;
  const settle = () => {
    if (!isIdle()) return;
    for (const resolve of onIdle) resolve();
    onIdle.clear();
  };

  const later = (ms: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };

  const flush = () => {
    gather = undefined;
    while (waiting.length > 0 && running < outbox.settings.maxConcurrentRequests) {
      const events = shuffled(waiting.splice(0, MAX_EVENTS), options.random);
      void deliver(events, 0);
      if (options.random() < outbox.settings.repeats) later(GATHER_MS, () => void deliver(events, 0));
    }
    settle();
  };

  const deliver = async (events: WebhookEvent[], attempt: number): Promise<void> => {
    const url = outbox.settings.targetUrl;
    if (url === undefined) return;
    const bornIn = era;
    running += 1;
    const startedMs = performance.now();
    const status = await post(
      url,
      events.map((event) => ({ ...event, attemptNumber: attempt })),
      options.secret,
    );
    running -= 1;
    if (bornIn !== era) return settle();
    options.hear({ at: options.now(), url, events, attempt, status, ms: performance.now() - startedMs });
    const isTaken = status >= 200 && status < 300;
    if (!isTaken && attempt + 1 < MAX_TRIES) {
      later(Math.min(FIRST_DELAY_MS * 2 ** attempt, LONGEST_DELAY_MS), () => void deliver(events, attempt + 1));
    }
    flush();
  };

  const outbox: Outbox = {
    settings: { subscriptions: presetSubscriptions, maxConcurrentRequests: 10, repeats: 0, ...options.settings },
    take(happenings, typeIdOf) {
      if (outbox.settings.targetUrl === undefined) return;
      for (const happening of happenings) {
        const at = outbox.settings.subscriptions.findIndex((subscription) =>
          covers(subscription, happening, (name) => typeIdOf(happening.portalId, name)),
        );
        if (at === -1) continue;
        waiting.push({ eventId: nextEventId, subscriptionId: at + 1, appId: options.appId, ...happening });
        nextEventId += 1;
      }
      if (waiting.length > 0) gather ??= setTimeout(flush, GATHER_MS);
    },
    waiting: () => waiting.length + running + timers.size,
    idle: () => (isIdle() ? Promise.resolve() : new Promise((resolve) => onIdle.add(resolve))),
    clear() {
      era += 1;
      waiting = [];
      clearTimeout(gather);
      gather = undefined;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      settle();
    },
  };
  return outbox;
}

/** Posts and answers the status; 0 when there was none within five seconds. The signature's time is the machine's. */
async function post(url: string, events: WebhookEvent[], secret: string): Promise<number> {
  const body = JSON.stringify(events);
  const timestampMs = Date.now();
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "User-Agent": "HubSpot Webhooks",
        "X-HubSpot-Signature-Version": "v3",
        "X-HubSpot-Signature-v3": signV3(secret, "POST", url, body, timestampMs),
        "X-HubSpot-Request-Timestamp": String(timestampMs),
      },
      body,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    // Nobody there, or too slow: both mean "try again".
    return 0;
  }
}

function shuffled<T>(list: T[], random: () => number): T[] {
  const keyed = list.map((item) => [random(), item] as const);
  return keyed.sort(([a], [b]) => a - b).map(([, item]) => item);
}
