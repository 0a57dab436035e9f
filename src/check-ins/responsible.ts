import type { Language } from "@keyline/domain";
import type { Account, OwnerFacts, PortalFacts } from "./facts.ts";

/** Who gets the reminder. `insteadOf`: the person who left, whose manager stands in. */
export interface Responsible {
  owner: OwnerFacts | null;
  insteadOf: OwnerFacts | null;
}

/**
 * The lead manager of the account, else its owner in HubSpot. Whoever was deactivated is replaced by their manager (or
 * their manager's manager); where none is known, by the account's owner in HubSpot.
 */
export function responsibleFor(account: Account, owners: PortalFacts["owners"]): Responsible {
  const wanted = account.properties.am_lead_manager ?? account.ownerId;
  const lead = wanted === null ? null : (owners.get(wanted) ?? unknownOwner(wanted));
  if (!lead || lead.isActive) return { owner: lead, insteadOf: null };
  const fallback = account.ownerId === null ? null : (owners.get(account.ownerId) ?? null);
  return { owner: managerOf(lead, owners) ?? (fallback?.isActive ? fallback : null), insteadOf: lead };
}

/** A task nobody owns yet is written in English. */
export function languageFor({ owner, insteadOf }: Responsible): Language {
  return (owner ?? insteadOf)?.language ?? "en";
}

/** Who hears of a check-in that was missed: the manager of whoever had to hold it, else whom the portal names. */
export function escalatesTo({ owner, insteadOf }: Responsible, portal: Pick<PortalFacts, "owners" | "policy">) {
  const manager = (owner && managerOf(owner, portal.owners)) ?? (insteadOf && managerOf(insteadOf, portal.owners));
  if (manager || portal.policy.fallbackOwnerId === null) return manager ?? owner;
  return portal.owners.get(portal.policy.fallbackOwnerId) ?? owner;
}

/** Everyone who is the nearest manager above somebody. */
export function managersIn(owners: PortalFacts["owners"]): OwnerFacts[] {
  return [...new Set([...owners.values()].flatMap((person) => managerOf(person, owners) ?? []))];
}

/** The nearest manager above a person who still works here. Chains that bite their tail end. */
export function managerOf(person: OwnerFacts, owners: PortalFacts["owners"]): OwnerFacts | null {
  const seen = new Set([person.id]);
  for (let id = person.managerId; id !== null && !seen.has(id);) {
    const manager = owners.get(id);
    if (!manager) return null;
    if (manager.isActive) return manager;
    seen.add(id);
    id = manager.managerId;
  }
  return null;
}

/** An owner that the list of owners does not name yet: HubSpot took the id, so it is somebody. */
function unknownOwner(id: string): OwnerFacts {
  return { id, name: "", isActive: true, managerId: null, language: "en", timeZone: null };
}
