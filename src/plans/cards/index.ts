import type { planRoutes } from "@keyline/domain";
import type { CardActions } from "../../desk/index.ts";
import { createPlan } from "../start/create-plan.ts";
import { presentCard } from "./present-card.ts";
import { readCard } from "./read-card.ts";

/** What answers the routes of the account plan card. */
export const planActions: CardActions<typeof planRoutes> = {
  plan: async (desk, { companyId, planKey }) => presentCard(desk, await readCard(desk, companyId, planKey), planKey),
  createPlan,
};
