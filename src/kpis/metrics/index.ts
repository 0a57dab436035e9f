import type { Metric } from "../define-metric.ts";
import { checkInsKept } from "./check-ins-kept.ts";
import { needsMet } from "./needs-met.ts";
import { newSales } from "./new-sales.ts";
import { nps } from "./nps.ts";
import { openPipeline } from "./open-pipeline.ts";
import { openTickets } from "./open-tickets.ts";
import { recommendationsAdopted } from "./recommendations-adopted.ts";
import { referrals } from "./referrals.ts";
import { revenueGrowth } from "./revenue-growth.ts";
import { satisfaction } from "./satisfaction.ts";
import { testimonials } from "./testimonials.ts";
import { upsell } from "./upsell.ts";

/** Every metric, in the order in which people see them. */
export const metrics: readonly Metric[] = [
  newSales,
  upsell,
  revenueGrowth,
  openPipeline,
  referrals,
  testimonials,
  satisfaction,
  nps,
  checkInsKept,
  recommendationsAdopted,
  openTickets,
  needsMet,
];
