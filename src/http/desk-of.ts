import type { BulkDesk } from "../bulk/index.ts";
import { whitespaceOf } from "../kpis/index.ts";
import type { PaperDesk } from "../paper/index.ts";
import type { PlanDesk } from "../plans/index.ts";
import type { PortfolioDesk } from "../portfolio/index.ts";
import { setUpPortal } from "../provision/index.ts";
import type { SettingsDesk } from "../settings/index.ts";
import { settingsChanged } from "./after-settings.ts";
import type { Caller } from "./define-route.ts";
import type { Parts } from "./parts.ts";
import { signedLink } from "./signed-link.ts";

/** What the rooms ask for beside the desk. */
export type CardDesk = BulkDesk & PortfolioDesk & PlanDesk & SettingsDesk & PaperDesk;

/** The desk of a person who waits. `origin`: where this backend is reached. Throws `not-installed` for a foreign portal. */
export async function deskOf(parts: Parts, caller: Caller, origin: string): Promise<CardDesk> {
  const { portals, queue, now, log, books, candidates, clientSecret } = parts;
  const { portalId } = caller;
  const portal = await portals.open(portalId);
  const hubspot = portal.hubspot.as("interactive");
  return {
    ...portal,
    hubspot,
    caller,
    now,
    log,
    queue,
    books,
    candidates,
    linkTo: (path, facts, forSeconds) =>
      signedLink({ secret: clientSecret, origin, path }, facts, new Date(Date.now() + forSeconds * 1_000)),
    whitespaceOf: (companyId) => whitespaceOf(hubspot, companyId),
    settingsChanged: (isRenamed) => settingsChanged(parts, portalId, isRenamed),
    setUpPortal: () => queue.add(setUpPortal, { portalId }, { id: portalId }),
  };
}
