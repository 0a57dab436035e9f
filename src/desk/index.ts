export { accessOf, mustBeAllowed } from "./access.ts";
export type { CardActions } from "./card-actions.ts";
export { cardFactsOf } from "./card-facts.ts";
export type { Desk } from "./desk.ts";
export {
  familyExtra,
  familyIdsOf,
  familyProperties,
  homesOf,
  managedUnderOf,
  readFamily,
  readFamilyIds,
  readMembers,
  type FamilyReading,
  type Member,
  type Ties,
} from "./family.ts";
export { descendantsOf, mostLevels, readChildren, type Children } from "./family-walk.ts";
export { mergeEdit, type MergedEdit } from "./merge-edit.ts";
export { readOwners, type OwnerFacts } from "./owners.ts";
export { goneProblem, wrongField } from "./problems.ts";
export { readCompanyRecord } from "./read-company.ts";
export { readCompanyContacts, readPeople } from "./read-contacts.ts";
export { readRecordUrls, type RecordUrl } from "./record-urls.ts";
export { todayOf } from "./today.ts";
