import { openClock, type Clock } from "./clock.ts";
import { openLedger } from "./ledger/ledger.ts";
import { listen, type CallSeen, type Exchange } from "./listen.ts";
import { openEstate } from "./portal/estate.ts";
import { presetSettings, type Tier } from "./portal/settings.ts";
import type { SandboxState, Seed } from "./sandbox-state.ts";
import { seedCall } from "./seed-call.ts";
import { loadSeed } from "./load-seed.ts";
import { openCallCounts } from "./wire/call-counts.ts";
import { openFaults } from "./wire/faults.ts";
import { openRateLimits } from "./wire/rate-limits.ts";
import type { Happening } from "./portal/tell.ts";
import { openOutbox, type Delivery, type Subscription } from "./webhooks/index.ts";
import { seededRandom } from "./wire/seeded-random.ts";

export interface SandboxOptions {
  /** 0, the preset, takes a free one. */
  port?: number;
  seed?: Seed;
  tier?: Tier;
  token?: string;
  clientId?: string;
  clientSecret?: string;
  appId?: number;
  portalId?: number;
  /** What the private app was granted; everything when left out. */
  scopes?: readonly string[];
  /** A file that remembers everything across restarts. */
  journal?: string;
  /** Where webhooks are delivered; nowhere when left out. */
  webhooksTo?: string;
  webhookSubscriptions?: readonly Subscription[];
  now?: () => Date;
  random?: () => number;
}

export interface Sandbox {
  url: string;
  port: number;
  token: string;
  clientSecret: string;
  clock: Clock;
  /** As if just opened: state, clock, faults and counts. */
  reset(seed?: Seed): Promise<void>;
  close(): Promise<void>;
  /** Hears of every API call; answers a function that stops it. */
  onCall(listener: (call: CallSeen) => void): () => void;
  /** Hears of every delivery of webhooks, tries that failed included. */
  onWebhook(listener: (delivery: Delivery) => void): () => void;
  /** Resolves when every webhook is delivered or given up. */
  webhooksIdle(): Promise<void>;
  /** Hears every request with its answer, whole. */
  onExchange(listener: (exchange: Exchange) => void): () => void;
}

/** The portal that a sandbox starts with. */
export const FIRST_PORTAL_ID = 48_000_001;

/** HubSpot in memory, over HTTP on this machine. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const state = openState(options);
  const isNew = state.ledger.collection("portals").size === 0 || !isSeeded(state);
  if (isNew) await state.reset(options.seed ?? "none");
  const { server, port } = await listen(state, options.port ?? 0);
  const hear =
    <T>(listeners: Set<T>) =>
    (listener: T) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    token: state.token,
    clientSecret: state.app.clientSecret,
    clock: state.clock,
    reset: (seed = "none") => state.reset(seed),
    onCall: hear(state.callListeners),
    onWebhook: hear(state.webhookListeners),
    webhooksIdle: () => state.outbox.idle(),
    onExchange: hear(state.exchangeListeners),
    async close() {
      state.outbox.clear();
      for (const response of state.hanging) response.destroy();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      state.ledger.close();
    },
  };
}

const isSeeded = (state: SandboxState) => state.ledger.collection<boolean>("meta").get("isSeeded") === true;

function openState(options: SandboxOptions): SandboxState {
  const ledger = openLedger({
    ...(options.journal === undefined ? {} : { journalFile: options.journal }),
    isHeard: () => !state.isQuiet && state.outbox.settings.targetUrl !== undefined,
    onCommit: (events) => state.outbox.take(events as Happening[], typeIdOf),
  });
  const typeIdOf = (portalId: number, name: string) => state.estate.get(portalId)?.types.find(name)?.typeId;
  const clock = openClock(
    options.now ?? (() => new Date()),
    () => ledger.collection<number>("clock"),
    (work) => ledger.transact(work),
  );
  const app = {
    appId: options.appId ?? 1_000_001,
    clientId: options.clientId ?? "sandbox-client",
    clientSecret: options.clientSecret ?? "sandbox-secret",
    ...(options.scopes ? { scopes: options.scopes } : {}),
  };
  const webhookListeners: SandboxState["webhookListeners"] = new Set();
  const state: SandboxState = {
    ledger,
    clock,
    estate: openEstate(ledger, () => clock.now()),
    app,
    token: options.token ?? "sandbox",
    tier: options.tier ?? "enterprise",
    random: options.random ?? seededRandom(1),
    faults: openFaults(),
    limits: openRateLimits(),
    calls: openCallCounts(),
    outbox: openOutbox({
      secret: app.clientSecret,
      appId: app.appId,
      now: () => clock.now(),
      random: options.random ?? seededRandom(2),
      settings: {
        targetUrl: options.webhooksTo,
        ...(options.webhookSubscriptions ? { subscriptions: options.webhookSubscriptions } : {}),
      },
      hear: (delivery) => {
        for (const listener of webhookListeners) listener(delivery);
      },
    }),
    webhookListeners,
    isQuiet: false,
    callListeners: new Set(),
    exchangeListeners: new Set(),
    hanging: new Set(),
    async reset(seed) {
      state.outbox.clear();
      ledger.clear();
      state.estate = openEstate(ledger, () => clock.now());
      state.estate.found(presetSettings(options.portalId ?? FIRST_PORTAL_ID, state.tier), state.token, state.app);
      state.faults.set({});
      state.limits.clear();
      state.calls.clear();
      if (seed === "demo") await loadSeed((method, path, body) => seedCall(state, method, path, body));
      ledger.transact(() => ledger.collection<boolean>("meta").put("isSeeded", true));
      ledger.compact();
    },
    complain: (error) => console.error(error),
  };
  return state;
}
