import { accountPlan, contact } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import type { PlanAccount } from "../facts.ts";
import { labelAtCompany, labelAtPlan, labelManager } from "./label-roles.ts";
import type { PersonChange } from "./person-change.ts";

/**
 * Writes people and their roles: the properties, then the labels, which say the same. A write that fails in between is
 * mended by sending it again.
 * @throws HubSpot's refusal
 */
export async function writePeople(
  desk: Desk,
  account: PlanAccount,
  planKey: string | null,
  changes: readonly PersonChange[],
): Promise<void> {
  const touched = changes.filter(({ properties }) => Object.keys(properties).length > 0);
  const inputs = touched.map(({ contactId, properties }) => ({ id: contactId, properties }));
  if (inputs.length > 0) {
    const { refused } = await desk.hubspot.records(contact).update(inputs);
    if (refused[0]) throw refused[0].problem;
  }
  for (const { contactId, properties } of changes) {
    if (properties.am_reports_to !== undefined) await labelManager(desk, contactId, properties.am_reports_to);
  }
  const labelled = changes.flatMap(({ contactId, roles }) => (roles ? [{ contactId, roles }] : []));
  if (labelled.length === 0) return;
  const tied = new Set(account.contacts.map(({ id }) => id));
  const [planId] = await Promise.all([
    planIdOf(desk, account, planKey),
    labelAtCompany(
      desk,
      account.id,
      // A label would tie those who have gone to the company again.
      labelled.filter(({ contactId }) => tied.has(contactId)),
    ),
  ]);
  if (planId !== null) await labelAtPlan(desk, planId, labelled);
}

async function planIdOf({ hubspot }: Desk, { planIds }: PlanAccount, planKey: string | null): Promise<string | null> {
  if (planKey === null || planIds.length === 0) return null;
  const [plan] = await hubspot.records(accountPlan).read([planKey], { idProperty: accountPlan.key, properties: [] });
  return plan?.id ?? null;
}
