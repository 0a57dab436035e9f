import type { Environment } from "../environment.ts";
import type { Log } from "../log.ts";
import type { KeyedStore, PacerStore } from "../queue/index.ts";
import { openInstalledPortals } from "./installed-portals.ts";
import type { Portals } from "./portal.ts";
import { openPrivatePortal } from "./private-portal.ts";

export interface Sources {
  environment: Environment;
  log: Log;
  /** Shares the pace between worker processes; a command that runs alone needs none. */
  pacerStore?: PacerStore | undefined;
  /** Keeps install tokens; a private app needs none. */
  store?: KeyedStore;
  /** What the app asks for at its installation, from `app.json`; a private app is given its scopes by HubSpot. */
  scopes?: { required: readonly string[]; optional: readonly string[] };
}

/**
 * The portals that Keyline serves: the one of a private app where the environment has its token, else all that installed
 * the app. Throws `not-installed` when neither can be.
 */
export function openPortals(sources: Sources): Portals {
  const token = sources.environment.HUBSPOT_ACCESS_TOKEN;
  return token ? openPrivatePortal(token, sources) : openInstalledPortals(sources);
}
