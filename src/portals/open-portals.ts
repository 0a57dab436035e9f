import { Problem } from "@keyline/domain";
import type { Environment } from "../environment.ts";
import { createPacer, openHubSpot, startingLimits, type HubSpot } from "../hubspot/index.ts";
import type { Log } from "../log.ts";
import type { PacerStore } from "../queue/index.ts";
import type { Portal, Portals } from "./portal.ts";
import { readSettings } from "./read-settings.ts";

/** Settings and account facts are read again after this. */
const freshMs = 60_000;

interface Sources {
  environment: Environment;
  log: Log;
  /** Shares the pace between worker processes; a command that runs alone needs none. */
  pacerStore?: PacerStore;
}

/** The one portal of a private app: its token comes with the environment, its id from HubSpot. */
export function openPortals({ environment, log, pacerStore }: Sources): Portals {
  const token = environment.HUBSPOT_ACCESS_TOKEN;
  if (!token)
    throw new Problem(
      "not-installed",
      "Keyline serves one private app so far, and installs none by OAuth: set HUBSPOT_ACCESS_TOKEN to the app's token.",
    );
  const pacer = createPacer({
    key: "private-app",
    limits: startingLimits.privateApp,
    ...(pacerStore && { store: pacerStore }),
  });
  const hubspot = openHubSpot({ baseUrl: environment.HUBSPOT_API_BASE, token, pacer, log });
  const kept = keepFor(freshMs, () => readPortal(hubspot));
  return {
    async open(portalId) {
      const portal = await kept();
      if (portal.portalId === portalId) return portal;
      throw new Problem("not-installed", `Keyline is not installed in portal ${portalId}.`);
    },
    ids: async () => [(await kept()).portalId],
    check: async () => void (await kept()),
  };
}

async function readPortal(hubspot: HubSpot): Promise<Portal> {
  const [account, settings] = await Promise.all([hubspot.account(), readSettings(hubspot)]);
  return {
    portalId: String(account.portalId),
    timeZone: account.timeZone,
    currency: account.currency,
    hubspot,
    settings,
  };
}

/** Remembers an answer for a while; a failure is not remembered, and callers at once share one reading. */
function keepFor<T>(forMs: number, read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  let readAt = 0;
  return () => {
    if (value && Date.now() - readAt < forMs) return value;
    readAt = Date.now();
    const reading = read();
    value = reading;
    reading.catch(() => {
      if (value === reading) value = undefined;
    });
    return reading;
  };
}
