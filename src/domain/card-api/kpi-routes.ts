import { cardRoute } from "./define-route.ts";
import { kpiDetailAnswer, kpiDetailQuery } from "./kpi-detail.ts";
import { kpisRecalculated, kpisWritten, recalculateKpis, recordSignal, setTarget } from "./kpi-writes.ts";
import { kpisAnswer, kpisQuery } from "./kpis.ts";

/** What the KPIs card asks. */
export const kpiRoutes = {
  kpis: cardRoute("GET", "/cards/kpis", kpisQuery, kpisAnswer),
  kpiDetail: cardRoute("GET", "/cards/kpis/metric", kpiDetailQuery, kpiDetailAnswer),
  setTarget: cardRoute("POST", "/cards/kpis/set-target", setTarget, kpisWritten),
  recordSignal: cardRoute("POST", "/cards/kpis/record-signal", recordSignal, kpisWritten),
  recalculateKpis: cardRoute("POST", "/cards/kpis/recalculate", recalculateKpis, kpisRecalculated),
};
