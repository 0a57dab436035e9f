import { cardRoute } from "./define-route.ts";
import { addPeople, editPerson } from "./plan-people.ts";
import { planWritten } from "./plan.ts";

/** What "Who decides" changes. */
export const planPeopleRoutes = {
  addPeople: cardRoute("POST", "/cards/people/add", addPeople, planWritten),
  editPerson: cardRoute("POST", "/cards/people/edit", editPerson, planWritten),
};
