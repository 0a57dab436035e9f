import { cardRoute } from "./define-route.ts";
import { planAnswer, planQuery } from "./plan.ts";

/** What the account plan card asks. */
export const planRoutes = {
  plan: cardRoute("GET", "/cards/plan", planQuery, planAnswer),
};
