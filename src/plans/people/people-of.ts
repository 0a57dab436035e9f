import type { PeopleSection } from "@keyline/domain";
import type { ContactRecord } from "../facts.ts";

/** Who decides, from what was read. */
export function peopleOf(contacts: readonly ContactRecord[]): PeopleSection {
  const people = contacts.map(({ id, raw }) => ({ id, name: nameOf(raw) || id }));
  return { contacts: people.toSorted((one, other) => one.name.localeCompare(other.name)) };
}

function nameOf(raw: ContactRecord["raw"]): string {
  return [raw["firstname"], raw["lastname"]].filter(Boolean).join(" ") || raw["email"] || "";
}
