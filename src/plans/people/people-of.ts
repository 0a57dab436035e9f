import { decisionRoles, roleGaps, type Decider, type PeopleSection } from "@keyline/domain";
import type { ContactRecord, PlanContext } from "../facts.ts";
import type { PeopleFacts } from "./read-people.ts";
import { standingOf } from "./standing-of.ts";

/** Who decides, from what was read. `remembered` are those who were given a role, tied to the company still or not. */
export function peopleOf(
  { contacts, companies }: PeopleFacts,
  remembered: readonly ContactRecord[],
  context: Pick<PlanContext, "account" | "desk" | "owners" | "today">,
): PeopleSection {
  const tied = new Set(context.account.contacts.map(({ id }) => id));
  const untied = remembered.filter(({ id }) => !tied.has(id));
  const people = [
    ...contacts.map((one) => standingOf(one, companies.get(one.id) ?? [], true, context)),
    ...untied.map((one) => standingOf(one, companies.get(one.id) ?? [], false, context)),
  ].toSorted((one, other) => one.name.localeCompare(other.name));
  const deciders = people.filter(({ roles }) => roles.length > 0).toSorted(byWeight);
  return {
    deciders,
    around: people
      .filter(({ roles, id }) => roles.length === 0 && tied.has(id))
      .map(({ id, name, jobTitle, reportsTo }) => ({ id, name, jobTitle, reportsTo })),
    gaps: roleGaps(deciders.map((one) => ({ ...one, hasLeft: hasGone(one) }))),
  };
}

/** Whether somebody is known to play the part who is still there. */
export function isEconomicBuyerKnown({ gaps }: PeopleSection): boolean {
  return !gaps.some(({ role }) => role === "economic_buyer");
}

function hasGone({ leaving }: Decider): boolean {
  return leaving === "left" || leaving === "untied";
}

/** The weightiest role first; those who have gone last. Of equals the order stays. */
function byWeight(one: Decider, other: Decider): number {
  const weight = ({ roles }: Decider) => Math.min(...roles.map((role) => decisionRoles.values.indexOf(role)));
  return Number(hasGone(one)) - Number(hasGone(other)) || weight(one) - weight(other);
}
