import { decisionRoles, roleGaps, type Decider, type PeopleSection } from "@keyline/domain";
import type { ContactRecord, PlanContext } from "../facts.ts";
import { ownPlace, placesOf, type Place } from "./place.ts";
import type { PeopleFacts } from "./read-people.ts";
import { standingOf } from "./standing-of.ts";

type Around = Pick<PlanContext, "account" | "family" | "desk" | "owners" | "today">;

/**
 * Who decides at the account and its family, each once, from what was read. `remembered` are those who were given a role at
 * the account, tied to it still or not.
 */
export function peopleOf(
  { contacts, companies }: PeopleFacts,
  remembered: readonly ContactRecord[],
  context: Around,
): PeopleSection {
  const { account, family } = context;
  const places = placesOf(account, family);
  const tiedTo = (place: Place, contactId: string) => place.contacts.some(({ id }) => id === contactId);
  const at = (contact: ContactRecord, place: Place, isTied: boolean) => {
    const companyId = place.id === account.id ? null : place.id;
    return standingOf(contact, companies.get(contact.id) ?? [], { isTied, names: place.names, companyId }, context);
  };
  // Of the companies that somebody is tied to, the first at which they decide; else the first.
  const tied = contacts.flatMap((contact) => {
    const standings = places.filter((place) => tiedTo(place, contact.id)).map((place) => at(contact, place, true));
    return standings.find(({ roles }) => roles.length > 0) ?? standings[0] ?? [];
  });
  const known = new Set(tied.map(({ id }) => id));
  const untied = remembered.filter(({ id }) => !known.has(id)).map((one) => at(one, ownPlace(account), false));
  const people = [...tied, ...untied].toSorted((one, other) => one.name.localeCompare(other.name));
  const deciders = people.filter(({ roles }) => roles.length > 0).toSorted(byWeight);
  return {
    deciders,
    around: people
      .filter(({ roles, id }) => roles.length === 0 && known.has(id))
      .map(({ id, companyId, name, jobTitle, reportsTo }) => ({ id, companyId, name, jobTitle, reportsTo })),
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
