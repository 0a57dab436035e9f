import { readOwners, type OwnerFacts } from "../desk/index.ts";
import type { Owner } from "../hubspot/index.ts";
import type { PortfolioDesk } from "./desk.ts";
import type { Viewer } from "./find-accounts.ts";

export interface People {
  readonly owners: ReadonlyMap<string, OwnerFacts>;
  readonly viewer: Viewer;
}

/** Everybody who can lead accounts, and who among them asks. */
export async function readPeople({ hubspot, settings, caller }: PortfolioDesk): Promise<People> {
  const [owners, listed] = await Promise.all([readOwners(hubspot, settings), hubspot.owners()]);
  const self = listed.find(({ userId }) => userId !== null && userId === caller.userId) ?? null;
  return { owners, viewer: { ownerId: self?.id ?? null, teamIds: self ? teamOf(self, listed, owners) : new Set() } };
}

/** The people of my teams, and all who report to me, however far below; myself among them. */
function teamOf(self: Owner, listed: readonly Owner[], owners: ReadonlyMap<string, OwnerFacts>): Set<string> {
  const teams = new Set(self.teams.map(({ id }) => id));
  const members = listed.filter((owner) => owner.teams.some(({ id }) => teams.has(id))).map(({ id }) => id);
  const reports = new Set([self.id]);
  for (let before = 0; before < reports.size;) {
    before = reports.size;
    for (const { id, managerId } of owners.values()) if (managerId && reports.has(managerId)) reports.add(id);
  }
  return new Set([...members, ...reports]);
}
