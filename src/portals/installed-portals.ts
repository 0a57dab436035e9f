import { Problem } from "@keyline/domain";
import {
  createPacer,
  openHubSpot,
  openOAuth,
  openTokenVault,
  parseTokenKeys,
  startingLimits,
  type HubSpot,
  type OAuth,
  type TokenVault,
} from "../hubspot/index.ts";
import { keepFor, type Kept } from "./keep-for.ts";
import type { Sources } from "./open-portals.ts";
import type { Portal, Portals } from "./portal.ts";
import { freshMs, readPortal } from "./read-portal.ts";

/** Where HubSpot sends an administrator back to. */
export const callbackPath = "/oauth/callback";

/** Many portals that installed the app by OAuth: tokens in the vault, and a limit of its own for each. */
export function openInstalledPortals(sources: Sources): Portals {
  const { vault, oauth } = openGrants(sources);
  const opened = new Map<string, Kept<Portal>>();
  const keptFor = (portalId: string) => {
    const before = opened.get(portalId);
    if (before) return before;
    const hubspot = openInstalled(portalId, oauth, sources);
    const kept = keepFor(freshMs, () => readPortal(hubspot, sources.log));
    opened.set(portalId, kept);
    return kept;
  };
  const forget = async (portalId: string) => {
    opened.delete(portalId);
    await vault.forget(portalId);
  };
  return {
    open: (portalId) => keptFor(portalId).read(),
    ids: () => vault.portalIds(),
    async check() {
      const [first] = await vault.portalIds();
      if (first !== undefined) await keptFor(first).read();
    },
    renew: (portalId) => opened.get(portalId)?.renew(),
    installing: {
      authoriseUrl: oauth.authoriseUrl,
      async install(code) {
        const { portalId } = await oauth.install(code);
        // What was remembered came with the tokens of an earlier installation.
        opened.delete(portalId);
        return { portalId };
      },
      forget,
      rotateKeys: () => vault.rotate(),
    },
  };
}

function openGrants({ environment, store, scopes }: Sources): { vault: TokenVault; oauth: OAuth } {
  const { HUBSPOT_CLIENT_ID: clientId, HUBSPOT_CLIENT_SECRET: clientSecret, PUBLIC_URL, TOKEN_KEYS } = environment;
  // The environment's own check asks for all of these together.
  if (!clientId || !clientSecret || !PUBLIC_URL || !TOKEN_KEYS || !store || !scopes) {
    throw new Problem("not-installed", "OAuth needs HUBSPOT_CLIENT_ID and its companions, and a store for the tokens.");
  }
  const vault = openTokenVault(store, parseTokenKeys(TOKEN_KEYS));
  const app = {
    clientId,
    clientSecret,
    redirectUrl: PUBLIC_URL + callbackPath,
    scopes: scopes.required,
    optionalScopes: scopes.optional,
    baseUrl: environment.HUBSPOT_API_BASE,
  };
  return { vault, oauth: openOAuth(app, vault) };
}

function openInstalled(portalId: string, oauth: OAuth, { environment, log, pacerStore }: Sources): HubSpot {
  const limits = startingLimits.oauthApp;
  const pacer = createPacer({ key: `oauth:${portalId}`, limits, ...(pacerStore && { store: pacerStore }) });
  const token = oauth.tokenFor(portalId);
  return openHubSpot({ baseUrl: environment.HUBSPOT_API_BASE, token, pacer, log });
}
