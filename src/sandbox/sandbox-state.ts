import type { ServerResponse } from "node:http";
import type { Clock } from "./clock.ts";
import type { CallSeen, Exchange } from "./listen.ts";
import type { Ledger } from "./ledger/ledger.ts";
import type { Estate } from "./portal/estate.ts";
import type { App } from "./services/service.ts";
import type { Delivery, Outbox } from "./webhooks/index.ts";
import type { Tier } from "./portal/settings.ts";
import type { openCallCounts } from "./wire/call-counts.ts";
import type { openFaults } from "./wire/faults.ts";
import type { openRateLimits } from "./wire/rate-limits.ts";

export type Seed = "none" | "demo";

/** Everything that a running sandbox consists of. */
export interface SandboxState {
  readonly ledger: Ledger;
  /** Replaced by a reset. */
  estate: Estate;
  readonly clock: Clock;
  readonly app: App;
  readonly token: string;
  readonly tier: Tier;
  readonly random: () => number;
  readonly faults: ReturnType<typeof openFaults>;
  readonly limits: ReturnType<typeof openRateLimits>;
  readonly calls: ReturnType<typeof openCallCounts>;
  readonly outbox: Outbox;
  readonly webhookListeners: Set<(delivery: Delivery) => void>;
  /** While it holds, nothing is told to webhooks: what is seeded was always there. */
  isQuiet: boolean;
  readonly callListeners: Set<(call: CallSeen) => void>;
  readonly exchangeListeners: Set<(exchange: Exchange) => void>;
  /** Answers that never come: kept so that closing can end them. */
  readonly hanging: Set<ServerResponse>;
  reset(seed: Seed): Promise<void>;
  /** Says aloud that the sandbox itself is broken. */
  complain(error: unknown): void;
}
