import { readDecidesAt, roleOfLabel, rolesHere, type DecisionRole } from "@keyline/domain";
import type { Associated } from "../../hubspot/index.ts";
import type { CompanyRecord, ContactRecord } from "../facts.ts";

type Roles = Pick<ContactRecord, "properties">;

/** A company's own id and those it had before it was merged: contacts may remember one of these. */
export function namesOf({ id, raw }: Pick<CompanyRecord, "id" | "raw">): string[] {
  return [id, ...(raw["hs_merged_object_ids"] ?? "").split(";").filter(Boolean)];
}

/**
 * The parts a contact plays at a company. Without a tie in HubSpot they are what was last agreed on: that is how those who
 * have gone are still named.
 */
export function rolesAt({ properties }: Roles, companies: readonly Associated[], names: readonly string[]) {
  const property = properties.am_decision_role ?? [];
  const places = readDecidesAt(properties.am_decides_at);
  const agreed = names.flatMap((name) => places.get(name) ?? []);
  const tie = companies.find(({ id }) => names.includes(id));
  if (!tie) return agreed.length > 0 ? agreed : property;
  return rolesHere({
    property,
    labels: rolesIn([tie]),
    agreed,
    elsewhere: rolesElsewhere({ properties }, companies, names),
    isPrimary: companies.length === 1 || tie.types.some(isPrimary),
  });
}

/** The parts a contact plays at other companies, by their labels and by what was agreed on. */
export function rolesElsewhere({ properties }: Roles, companies: readonly Associated[], names: readonly string[]) {
  const others = companies.filter(({ id }) => !names.includes(id));
  const places = [...readDecidesAt(properties.am_decides_at)].filter(([id]) => !names.includes(id));
  return [...rolesIn(others), ...places.flatMap(([, roles]) => roles)];
}

export function rolesIn(companies: readonly Associated[]): DecisionRole[] {
  return companies.flatMap(({ types }) => types.flatMap(({ label }) => roleOfLabel(label) ?? []));
}

/** HubSpot's own type of the association from a contact to its primary company (npm: AssociationTypes). */
function isPrimary({ category, typeId }: Associated["types"][number]): boolean {
  return category === "HUBSPOT_DEFINED" && typeId === 1;
}
