import { company, mayEdit, type Settings } from "@keyline/domain";
import { readOwners, type OwnerFacts } from "../desk/index.ts";
import type { HubSpot } from "../hubspot/index.ts";
import { bulkProperties, type BulkAccount } from "./decide.ts";

export interface BulkRecord {
  readonly id: string;
  readonly name: string;
  readonly account: BulkAccount;
  readonly isAllowed: boolean;
}

export interface Permission {
  readonly owners: ReadonlyMap<string, OwnerFacts>;
  /** The owner id of who asks. */
  readonly person: string | null;
  readonly whoMayEdit: Settings["whoMayEdit"];
}

export async function readPermission(hubspot: HubSpot, settings: Settings, userId: string): Promise<Permission> {
  const [owners, listed] = await Promise.all([readOwners(hubspot, settings), hubspot.owners()]);
  const person = listed.find((owner) => owner.userId !== null && owner.userId === userId)?.id ?? null;
  return { owners, person, whoMayEdit: settings.whoMayEdit };
}

/** The companies that are still there, each with whether the person may change it, by the portal's own rule. */
export async function readAccounts(
  hubspot: HubSpot,
  ids: readonly string[],
  { owners, person, whoMayEdit }: Permission,
): Promise<BulkRecord[]> {
  const records = await hubspot
    .records(company)
    .read(ids, { properties: bulkProperties, extra: ["name", "hubspot_owner_id"] });
  const managerOf = (id: string) => owners.get(id)?.managerId ?? null;
  return records
    .filter(({ isArchived }) => !isArchived)
    .map(({ id, raw, properties: account }) => {
      const people = {
        ownerId: raw["hubspot_owner_id"] || null,
        leadManagerId: account.am_lead_manager,
        teamIds: account.am_team ?? [],
        sponsorId: account.am_executive_sponsor,
      };
      const isAllowed = whoMayEdit === "everyone" || mayEdit(people, person, managerOf);
      return { id, name: raw["name"] || id, account, isAllowed };
    });
}
