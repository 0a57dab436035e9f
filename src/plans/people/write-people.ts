import { accountPlan, company, contact, writeDecidesAt, type ContactProperties } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import { labelAtCompany, labelAtPlan, labelManager, labelledRoles } from "./label-roles.ts";
import type { PersonChange } from "./person-change.ts";
import type { Place } from "./place.ts";

/**
 * Writes people and their roles at one company: the properties, then the labels, then what both agree on. Cut off in between, the next
 * reading takes the newer of the two for what was meant, and sending it again finishes it.
 * @throws HubSpot's refusal
 */
export async function writePeople(
  desk: Desk,
  place: Place,
  plan: { planIds: readonly string[]; planKey: string | null },
  changes: readonly PersonChange[],
): Promise<void> {
  await update(
    desk,
    changes.map(({ contactId, properties }) => ({ id: contactId, properties })),
  );
  for (const { contactId, properties } of changes) {
    if (properties.am_reports_to !== undefined) await labelManager(desk, contactId, properties.am_reports_to);
  }
  const labelled = changes.flatMap(({ contactId, roles, others }) => (roles ? [{ contactId, roles, others }] : []));
  if (labelled.length === 0) return;
  const tied = new Set(place.contacts.map(({ id }) => id));
  const [planId, types] = await Promise.all([
    planIdOf(desk, plan),
    desk.hubspot.associations.types(contact, company),
    labelAtCompany(
      desk,
      place.id,
      // A label would tie those who have gone to the company again.
      labelled.filter(({ contactId }) => tied.has(contactId)),
    ),
  ]);
  if (planId !== null) await labelAtPlan(desk, planId, labelled);
  const known = labelledRoles(types);
  await update(
    desk,
    labelled.map(({ contactId, roles, others }) => {
      const agreed = tied.has(contactId) ? roles.filter((role) => known.has(role)) : roles;
      const places = new Map([...others, ...(roles.length > 0 ? [[place.id, agreed] as const] : [])]);
      return { id: contactId, properties: { am_decides_at: writeDecidesAt(places) } };
    }),
  );
}

type Input = { id: string; properties: Partial<ContactProperties> };

async function update({ hubspot }: Desk, inputs: readonly Input[]): Promise<void> {
  const filled = inputs.filter(({ properties }) => Object.keys(properties).length > 0);
  if (filled.length === 0) return;
  const { refused } = await hubspot.records(contact).update(filled);
  if (refused[0]) throw refused[0].problem;
}

async function planIdOf(
  { hubspot }: Desk,
  { planIds, planKey }: { planIds: readonly string[]; planKey: string | null },
): Promise<string | null> {
  if (planKey === null || planIds.length === 0) return null;
  const [plan] = await hubspot.records(accountPlan).read([planKey], { idProperty: accountPlan.key, properties: [] });
  return plan?.id ?? null;
}
