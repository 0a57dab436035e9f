import { cardRoute } from "./define-route.ts";
import { createPlan } from "./plan-start.ts";
import { planAnswer, planCreated, planQuery } from "./plan.ts";

/** What the account plan card asks. */
export const planRoutes = {
  plan: cardRoute("GET", "/cards/plan", planQuery, planAnswer),
  createPlan: cardRoute("POST", "/cards/plan/create", createPlan, planCreated),
};
