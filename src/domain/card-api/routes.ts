import type { z } from "zod";
import { bulkRoutes } from "./bulk-routes.ts";
import { checkInRoutes } from "./check-in-routes.ts";
import { kpiRoutes } from "./kpi-routes.ts";
import { needRoutes } from "./need-routes.ts";
import { paperRoutes } from "./paper-routes.ts";
import { planObjectiveRoutes } from "./plan-objective-routes.ts";
import { planPeopleRoutes } from "./plan-people-routes.ts";
import { planRoutes } from "./plan-routes.ts";
import { portfolioRoutes } from "./portfolio-routes.ts";
import { settingsRoutes } from "./settings-routes.ts";

/** Every route that the cards call. A new one stands in its card's list; a new list is added here, its actions in `http`. */
export const cardRoutes = {
  ...bulkRoutes,
  ...checkInRoutes,
  ...kpiRoutes,
  ...needRoutes,
  ...paperRoutes,
  ...planRoutes,
  ...planPeopleRoutes,
  ...planObjectiveRoutes,
  ...portfolioRoutes,
  ...settingsRoutes,
};

export type CardRouteName = keyof typeof cardRoutes;
/** What a card sends on a route. */
export type RequestOf<N extends CardRouteName> = z.input<(typeof cardRoutes)[N]["request"]>;
/** What it gets. */
export type AnswerOf<N extends CardRouteName> = z.output<(typeof cardRoutes)[N]["answer"]>;
