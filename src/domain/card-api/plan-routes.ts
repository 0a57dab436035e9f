import { cardRoute } from "./define-route.ts";
import { editAccount } from "./plan-account.ts";
import { createPlan } from "./plan-start.ts";
import { editPlan } from "./plan-values.ts";
import { planAnswer, planCreated, planQuery, planWritten } from "./plan.ts";

/** What the account plan card asks. */
export const planRoutes = {
  plan: cardRoute("GET", "/cards/plan", planQuery, planAnswer),
  createPlan: cardRoute("POST", "/cards/plan/create", createPlan, planCreated),
  editPlan: cardRoute("POST", "/cards/plan/edit", editPlan, planWritten),
  editAccount: cardRoute("POST", "/cards/plan/account", editAccount, planWritten),
};
