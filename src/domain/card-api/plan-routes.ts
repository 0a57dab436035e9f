import { cardRoute } from "./define-route.ts";
import { editAccount } from "./plan-account.ts";
import { closePlan, closeReview, planReview, reviewQuery, setPlanStatus, startNextPlan } from "./plan-life.ts";
import { createPlan } from "./plan-start.ts";
import { editPlan } from "./plan-values.ts";
import { planAnswer, planCreated, planQuery, planWritten } from "./plan.ts";

/** What the account plan card asks. */
export const planRoutes = {
  plan: cardRoute("GET", "/cards/plan", planQuery, planAnswer),
  createPlan: cardRoute("POST", "/cards/plan/create", createPlan, planCreated),
  editPlan: cardRoute("POST", "/cards/plan/edit", editPlan, planWritten),
  setPlanStatus: cardRoute("POST", "/cards/plan/status", setPlanStatus, planWritten),
  closePlan: cardRoute("POST", "/cards/plan/close", closePlan, planWritten),
  startNextPlan: cardRoute("POST", "/cards/plan/next", startNextPlan, planWritten),
  planReview: cardRoute("GET", "/cards/plan/review", reviewQuery, planReview),
  closeReview: cardRoute("POST", "/cards/plan/review/close", closeReview, planWritten),
  editAccount: cardRoute("POST", "/cards/plan/account", editAccount, planWritten),
};
