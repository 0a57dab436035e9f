import type { planRoutes } from "@keyline/domain";
import type { CardActions } from "../../desk/index.ts";
import { closePlan } from "../life/close-plan.ts";
import { startNextPlan } from "../life/next-plan.ts";
import { setPlanStatus } from "../life/set-status.ts";
import { closeReview, reviewPlan } from "../reviews/review-plan.ts";
import { createPlan } from "../start/create-plan.ts";
import { editAccount } from "../values/edit-account.ts";
import { editPlan } from "../values/edit-plan.ts";
import { openCard, type PlanDesk } from "./open-card.ts";

/** What answers the routes of the account plan card. */
export const planActions = {
  plan: openCard,
  createPlan,
  editPlan,
  editAccount,
  setPlanStatus,
  closePlan,
  startNextPlan,
  planReview: reviewPlan,
  closeReview,
} satisfies CardActions<typeof planRoutes, PlanDesk>;
