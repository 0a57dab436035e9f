import { z } from "zod";
import { neededRoles } from "../people/gaps.ts";
import { decisionRoles } from "../vocabulary/people.ts";
import { planWrite } from "./plan-write.ts";
import { person, plainDate, recordId } from "./shapes.ts";

/** 1 weak to 5 trusted. */
const strength = z.number().int().min(1, "out-of-range").max(5, "out-of-range");

/** Somebody at the company, or at one of its family, who plays a part in its decisions. */
export const decider = z.object({
  id: recordId,
  /** The company of the family that this person decides at; null: the account itself. */
  companyId: recordId.nullable(),
  name: z.string(),
  jobTitle: z.string().nullable(),
  /** In the vocabulary's order; never empty. */
  roles: z.array(decisionRoles.schema),
  /** What this person decides by. */
  criteria: z.string().nullable(),
  strength: strength.nullable(),
  /** Who on our side owns the relationship. */
  ours: person.nullable(),
  lastTalked: plainDate.nullable(),
  /** Days since then, once they are more than the portal's setting allows. */
  silentDays: z.number().int().nullable(),
  /** The contact that this person reports to; it may be nobody who is shown. */
  reportsTo: recordId.nullable(),
  /** Somebody wrote that they left; HubSpot no longer ties them to the company; mail to them bounces. */
  leaving: z.enum(["left", "untied", "bounces"]).nullable(),
  leftOn: plainDate.nullable(),
});
export type Decider = z.infer<typeof decider>;

/** A contact of the company, or of its family, without a part in its decisions, as far as is known. */
export const contactAround = z.object({
  id: recordId,
  companyId: recordId.nullable(),
  name: z.string(),
  jobTitle: z.string().nullable(),
  reportsTo: recordId.nullable(),
});
export type ContactAround = z.infer<typeof contactAround>;

/** Who decides at the account. */
export const peopleSection = z.object({
  /** The weightiest role first, then by name; those who have gone last. */
  deciders: z.array(decider),
  /** The other contacts of the company, by name: to be added, or to be reported to. */
  around: z.array(contactAround),
  /** Roles that nobody at the company is known to play; `left` names who played it until they went. */
  gaps: z.array(z.object({ role: z.enum(neededRoles), left: z.string().nullable() })),
});
export type PeopleSection = z.infer<typeof peopleSection>;

const roles = z.array(decisionRoles.schema).max(decisionRoles.values.length, "too-many");

/** A company of the family, at whose record the person is changed; left out: the account itself. */
const at = { atCompanyId: recordId.optional() };

/** `POST /cards/people/add`: contacts of the company who play a part in its decisions, several at once. */
export const addPeople = z.object({
  ...planWrite,
  people: z
    .array(z.object({ contactId: recordId, roles: roles.min(1, "choose-one"), ...at }))
    .min(1, "choose-one")
    .max(60, "too-many"),
});
export type AddPeople = z.infer<typeof addPeople>;

/** What can be changed of a person. */
const personFields = {
  roles,
  criteria: z.string().trim().max(5_000, "too-long").nullable(),
  strength: strength.nullable(),
  oursId: recordId.nullable(),
  reportsToId: recordId.nullable(),
  leftOn: plainDate.nullable(),
};
export const personEdit = z.object(personFields);
export type PersonEdit = z.infer<typeof personEdit>;

/**
 * `POST /cards/people/edit`. `expected` is what the person saw: what they left as it was is not written; what somebody else
 * changed meanwhile is a conflict, with `found` as it stands now. Without a role the contact no longer decides.
 */
export const editPerson = z.object({
  ...planWrite,
  contactId: recordId,
  ...at,
  ...personFields,
  expected: personEdit,
});
export type EditPerson = z.infer<typeof editPerson>;

/** `found` of a conflict over a person: the fields that somebody else changed. */
export const foundPerson = personEdit.partial();
export type FoundPerson = z.infer<typeof foundPerson>;
