import { cardRoute } from "./define-route.ts";
import { calendarLinkAnswer, calendarLinkQuery, printLinksAnswer, printLinksQuery } from "./paper.ts";

/** What the cards ask for paper and calendars. They change nothing, so whoever may read may ask. */
export const paperRoutes = {
  printLinks: cardRoute("GET", "/cards/plan/print-links", printLinksQuery, printLinksAnswer),
  calendarLink: cardRoute("GET", "/cards/check-ins/calendar-link", calendarLinkQuery, calendarLinkAnswer),
};
