import { contact, decisionRoleLabelName, decisionRoles, type DecisionRole, type NeedPerson } from "@keyline/domain";
import type { Associated, HubSpot } from "../hubspot/index.ts";

/** So many people are read in one wave of calls: those who decide first, then the newest. */
const mostPeople = 300;
const extra = ["firstname", "lastname", "email", "jobtitle"];

const roleWords = new Map(
  decisionRoles.values.flatMap((role) =>
    [decisionRoleLabelName(role), ...Object.values(decisionRoles.labels[role])].map((word) => [word, role] as const),
  ),
);

/** People of a company and its family with what they decide, by name. The roles stand on the contact, and as labels between the two. */
export async function readPeople(
  hubspot: HubSpot,
  associated: readonly Associated[],
  homes: ReadonlyMap<string, string | null>,
): Promise<NeedPerson[]> {
  const roles = new Map<string, DecisionRole[]>();
  for (const { id, types } of associated) roles.set(id, [...(roles.get(id) ?? []), ...rolesIn(types)]);
  const ids = [...roles.keys()].sort((one, other) => {
    const [first, second] = [roles.get(one)?.length ?? 0, roles.get(other)?.length ?? 0];
    return Number(second > 0) - Number(first > 0) || Number(other) - Number(one);
  });
  if (ids.length === 0) return [];
  const records = await hubspot.records(contact).read(ids.slice(0, mostPeople), {
    properties: ["am_decision_role", "am_left_on"],
    extra,
  });
  return records
    .map(({ id, properties, raw }) => ({
      id,
      companyId: homes.get(id) ?? null,
      name: [raw["firstname"], raw["lastname"]].filter(Boolean).join(" ") || raw["email"] || id,
      title: raw["jobtitle"] || null,
      decides: [...new Set([...(properties.am_decision_role ?? []), ...(roles.get(id) ?? [])])],
      hasLeft: properties.am_left_on !== null,
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function rolesIn(types: Associated["types"]): DecisionRole[] {
  return types.flatMap(({ label }) => (label === null ? [] : (roleWords.get(label) ?? [])));
}
