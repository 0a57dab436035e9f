import { company, mayEdit, Problem, type Access } from "@keyline/domain";
import type { Desk } from "./desk.ts";
import { readOwners } from "./owners.ts";

const canWrite: Access = { canWrite: true, why: null };
const readOnly: Access = { canWrite: false, why: "read-only" };

/**
 * What the person who asks may do with these companies, by the portal's own rule (`whoMayEdit`). HubSpot shows cards only
 * to those who may see the record; whether they may edit it in HubSpot, an app's token cannot tell.
 */
export async function accessOf(desk: Desk, companyIds: readonly string[]): Promise<Access> {
  const { hubspot, settings, caller } = desk;
  if (settings.whoMayEdit === "everyone" || companyIds.length === 0) return canWrite;
  const [companies, owners, facts] = await Promise.all([
    hubspot.records(company).read(companyIds, {
      properties: ["am_lead_manager", "am_team", "am_executive_sponsor"],
      extra: ["hubspot_owner_id"],
    }),
    hubspot.owners(),
    readOwners(hubspot, settings),
  ]);
  const person = owners.find(({ userId }) => userId !== null && userId === caller.userId)?.id ?? null;
  const isAllowed = companies.every(({ properties, raw }) =>
    mayEdit(
      {
        ownerId: raw["hubspot_owner_id"] || null,
        leadManagerId: properties.am_lead_manager,
        teamIds: properties.am_team ?? [],
        sponsorId: properties.am_executive_sponsor,
      },
      person,
      (ownerId) => facts.get(ownerId)?.managerId ?? null,
    ),
  );
  return isAllowed ? canWrite : readOnly;
}

/** Throws `no-permission` where the person may only read. */
export async function mustBeAllowed(desk: Desk, companyIds: readonly string[]): Promise<void> {
  if ((await accessOf(desk, companyIds)).canWrite) return;
  const words = {
    en: "Only this account's team and their managers may change it here. Ask one of them.",
    ar: "لا يعدّل هذا الحساب هنا إلا فريقه ومديروهم. اطلب ذلك من أحدهم.",
  };
  throw new Problem("no-permission", words.en, { words });
}
