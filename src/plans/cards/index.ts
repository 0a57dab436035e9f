import type { planRoutes } from "@keyline/domain";
import type { CardActions } from "../../desk/index.ts";
import { planOf } from "./plan-of.ts";

/** What answers the routes of the account plan card. */
export const planActions: CardActions<typeof planRoutes> = {
  plan: planOf,
};
