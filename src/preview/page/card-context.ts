import type { Owner } from "../crm.ts";
import type { CardContext, PageLocation } from "../worker/protocol.ts";
import type { HostedCard, Start } from "./start.ts";
import type { View } from "./view.ts";

/** `context` as HubSpot gives it to a card at its place. */
export function contextFor(
  card: HostedCard,
  start: Start,
  view: View,
  owner: Owner,
  chosenIds: string[] = [],
): CardContext {
  const isBulk = card.kind === "bulk-action";
  return {
    location: card.location,
    user: {
      id: owner.userId ?? Number(owner.id),
      email: owner.email,
      emails: [owner.email],
      firstName: owner.firstName,
      lastName: owner.lastName,
      // Always empty in HubSpot too; teams took their place.
      roles: [],
      teams: (owner.teams ?? []).map(({ id, name }) => ({ id: Number(id), name, teammates: [] })),
      locale: view.language === "ar" ? "ar-sa" : "en-us",
      language: view.language,
      permissions: [],
    },
    portal: { id: start.portal.id, timezone: start.portal.timeZone },
    variables: { pageDirection: view.dir },
    ...(isBulk && { crm: { objectTypeId: "0-2", objectIds: chosenIds.map(Number) } }),
    ...(card.kind === "card" && { crm: { objectTypeId: "0-2", objectId: Number(view.companyId ?? 0) } }),
    extension: { appId: start.appId, appName: "Keyline", cardTitle: card.title ?? card.uid },
  };
}

/** The app page's location from the address: a path, and what stands behind its question mark. */
export function locationFrom(path: string): PageLocation {
  const [before = "/", query = ""] = path.split("?");
  return { path: before, params: Object.fromEntries(new URLSearchParams(query)) };
}
