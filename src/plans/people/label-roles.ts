import {
  accountPlan,
  associationLabels,
  company,
  contact,
  decisionRoles,
  roleOfLabel,
  type DecisionRole,
} from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import type { Associated, AssociationType, Pair } from "../../hubspot/index.ts";

/** The roles that a contact must be labelled with in the end. */
export interface Labelled {
  readonly contactId: string;
  readonly roles: readonly DecisionRole[];
}

/** Labels each contact's association with the company by its roles, so that HubSpot's own lists and reports see them. */
export async function labelAtCompany(desk: Desk, companyId: string, wanted: readonly Labelled[]): Promise<void> {
  const { associations } = desk.hubspot;
  const ids = wanted.map(({ contactId }) => contactId);
  const [types, there] = await Promise.all([
    associations.types(contact, company),
    associations.read(contact, company, ids),
  ]);
  const now = new Map(ids.map((id) => [id, there.get(id)?.find((one) => one.id === companyId)]));
  const { add, remove } = pairsOf(types, now, wanted, (contactId) => ({ from: contactId, to: companyId }));
  await write(desk, [contact, company], add, remove);
}

/** The same between the plan and the contact: the plan shows in HubSpot who decides about it. */
export async function labelAtPlan(desk: Desk, planId: string, wanted: readonly Labelled[]): Promise<void> {
  const { associations } = desk.hubspot;
  const [types, there] = await Promise.all([
    associations.types(accountPlan, contact),
    associations.read(accountPlan, contact, [planId]),
  ]);
  const now = new Map((there.get(planId) ?? []).map((one) => [one.id, one]));
  const { add, remove } = pairsOf(types, now, wanted, (contactId) => ({ from: planId, to: contactId }));
  await write(desk, [accountPlan, contact], add, remove);
}

/**
 * What to add and what to take away. A role whose label the portal lacks (HubSpot keeps at most ten for a pair of types)
 * stays in the property alone.
 */
function pairsOf(
  types: readonly AssociationType[],
  now: ReadonlyMap<string, Associated | undefined>,
  wanted: readonly Labelled[],
  ends: (contactId: string) => Pair,
): { add: Pair[]; remove: Pair[] } {
  const labels = labelledRoles(types);
  const add: Pair[] = [];
  const remove: Pair[] = [];
  for (const { contactId, roles } of wanted) {
    const has = (now.get(contactId)?.types ?? []).flatMap(({ label }) => roleOfLabel(label) ?? []);
    for (const role of decisionRoles.values) {
      const typeId = labels.get(role);
      if (typeId === undefined || roles.includes(role) === has.includes(role)) continue;
      (roles.includes(role) ? add : remove).push({ ...ends(contactId), typeId });
    }
  }
  return { add, remove };
}

/** The roles that the portal has a label for, with its type id. */
export function labelledRoles(types: readonly AssociationType[]): ReadonlyMap<DecisionRole, number> {
  return new Map(
    types.flatMap(({ label, typeId }) => {
      const role = roleOfLabel(label);
      return role ? [[role, typeId] as const] : [];
    }),
  );
}

const reportsTo = associationLabels.find(({ name }) => name === "keyline_reports_to");

/** Ties a person to their manager under HubSpot's own eyes: one "Reports to", the earlier one taken away. */
export async function labelManager(desk: Desk, contactId: string, managerId: string | null): Promise<void> {
  const { associations } = desk.hubspot;
  const [types, there] = await Promise.all([
    associations.types(contact, contact),
    associations.read(contact, contact, [contactId]),
  ]);
  const type = types.find(({ label }) => label !== null && Object.values(reportsTo?.label ?? {}).includes(label));
  if (!type) return;
  const pair = (to: string): Pair => ({ from: contactId, to, typeId: type.typeId });
  const now = (there.get(contactId) ?? []).filter(({ types: has }) => has.some(({ label }) => label === type.label));
  const add = managerId === null || now.some(({ id }) => id === managerId) ? [] : [pair(managerId)];
  await write(
    desk,
    [contact, contact],
    add,
    now.filter(({ id }) => id !== managerId).map(({ id }) => pair(id)),
  );
}

type Ends = [typeof contact, typeof company] | [typeof accountPlan, typeof contact] | [typeof contact, typeof contact];

async function write({ hubspot }: Desk, [from, to]: Ends, add: readonly Pair[], remove: readonly Pair[]) {
  const [{ refused }] = await Promise.all([
    add.length > 0 ? hubspot.associations.create(from, to, add) : { refused: [] },
    remove.length > 0 ? hubspot.associations.remove(from, to, remove) : undefined,
  ]);
  if (refused[0]) throw refused[0].problem;
}
