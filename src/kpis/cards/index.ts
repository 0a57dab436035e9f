import type { kpiRoutes } from "@keyline/domain";
import type { CardActions } from "../../desk/index.ts";
import { kpiDetailOf } from "./detail-of.ts";
import { kpisOf } from "./kpis-of.ts";
import { recalculateNow } from "./recalculate-now.ts";
import { recordSignal } from "./record-signal.ts";
import { setTarget } from "./set-target.ts";

/** What answers the routes of the KPIs card. */
export const kpiActions: CardActions<typeof kpiRoutes> = {
  kpis: kpisOf,
  kpiDetail: kpiDetailOf,
  setTarget,
  recordSignal,
  recalculateKpis: recalculateNow,
};
