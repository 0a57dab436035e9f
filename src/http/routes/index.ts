import type { Route } from "../define-route.ts";
import { cards } from "./cards.ts";
import { exportedPortfolio } from "./exports.ts";
import { alive, metrics, ready } from "./health.ts";
import { install, installed } from "./install.ts";
import { calendarOfCheckIns, planOnPaper } from "./paper.ts";
import { webhooks } from "./webhooks.ts";
import { workflowActionRoutes } from "./workflow-actions.ts";

/** Every route of the backend. A new one is a file here and a line in this list. */
export const routes: readonly Route[] = [
  alive,
  ready,
  metrics,
  webhooks,
  install,
  installed,
  exportedPortfolio,
  planOnPaper,
  calendarOfCheckIns,
  ...cards,
  ...workflowActionRoutes,
];
