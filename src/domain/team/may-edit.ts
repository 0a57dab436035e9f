/** Who is charged with an account, by owner id. */
export interface ChargedWith {
  ownerId: string | null;
  leadManagerId: string | null;
  teamIds: readonly string[];
  sponsorId: string | null;
}

/**
 * Whether a person may change an account where only its team may: its owner, lead manager, further managers and sponsor,
 * and whoever manages one of them, up the line. An account that nobody is charged with yet is open to all, or nobody
 * could begin.
 *
 * @param personId owner id of who asks; null for a user who owns nothing in HubSpot
 * @param managerOf an owner's manager, null at the top
 */
export function mayEdit(
  { ownerId, leadManagerId, teamIds, sponsorId }: ChargedWith,
  personId: string | null,
  managerOf: (ownerId: string) => string | null,
): boolean {
  const charged = [ownerId, leadManagerId, sponsorId, ...teamIds].filter((id) => id !== null);
  if (charged.length === 0) return true;
  return personId !== null && charged.some((id) => isOrLeads(personId, id, managerOf));
}

function isOrLeads(personId: string, ownerId: string, managerOf: (ownerId: string) => string | null): boolean {
  const seen = new Set<string>();
  // People make mistakes: two who manage each other must not turn round for ever.
  for (let id: string | null = ownerId; id !== null && !seen.has(id); id = managerOf(id)) {
    if (id === personId) return true;
    seen.add(id);
  }
  return false;
}
