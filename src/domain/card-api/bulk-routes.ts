import {
  bulkOptions,
  bulkOptionsQuery,
  bulkPreview,
  bulkPreviewed,
  bulkProgress,
  bulkProgressQuery,
  bulkStart,
  bulkStarted,
} from "./bulk.ts";
import { cardRoute } from "./define-route.ts";

/** What the bulk action on chosen companies asks. */
export const bulkRoutes = {
  bulkOptions: cardRoute("GET", "/cards/bulk/options", bulkOptionsQuery, bulkOptions),
  bulkPreview: cardRoute("POST", "/cards/bulk/preview", bulkPreview, bulkPreviewed),
  bulkStart: cardRoute("POST", "/cards/bulk/start", bulkStart, bulkStarted),
  bulkProgress: cardRoute("GET", "/cards/bulk/progress", bulkProgressQuery, bulkProgress),
};
