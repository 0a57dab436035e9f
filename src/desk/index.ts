export type { CardActions } from "./card-actions.ts";
export { cardFactsOf } from "./card-facts.ts";
export type { Desk } from "./desk.ts";
export { readOwners, type OwnerFacts } from "./owners.ts";
export { goneProblem, wrongField } from "./problems.ts";
export { readCompanyRecord } from "./read-company.ts";
