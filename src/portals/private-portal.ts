import { createPacer, openHubSpot, startingLimits } from "../hubspot/index.ts";
import { keepFor } from "./keep-for.ts";
import { notInstalledIn } from "./not-installed.ts";
import type { Sources } from "./open-portals.ts";
import type { Portals } from "./portal.ts";
import { freshMs, readPortal } from "./read-portal.ts";

/** The one portal of a private app: its token comes with the environment, its id from HubSpot. */
export function openPrivatePortal(token: string, { environment, log, pacerStore }: Sources): Portals {
  const limits = startingLimits.privateApp;
  const pacer = createPacer({ key: "private-app", limits, ...(pacerStore && { store: pacerStore }) });
  const hubspot = openHubSpot({ baseUrl: environment.HUBSPOT_API_BASE, token, pacer, log });
  const kept = keepFor(freshMs, () => readPortal(hubspot, log));
  return {
    async open(portalId) {
      const portal = await kept.read();
      if (portal.portalId === portalId) return portal;
      throw notInstalledIn(portalId);
    },
    ids: async () => [(await kept.read()).portalId],
    check: async () => void (await kept.read()),
    renew: () => kept.renew(),
    installing: null,
  };
}
