import {
  checkInsWritten,
  confirmContact,
  dateTaken,
  logCheckIn,
  markPromise,
  planCheckIn,
  rescheduleCheckIn,
  skipCheckIn,
} from "./check-in-writes.ts";
import { checkInsAnswer, checkInsQuery } from "./check-ins.ts";
import { cardRoute } from "./define-route.ts";
import { changeRhythm, startManaging } from "./managing.ts";
import { companyQuery } from "./shapes.ts";
import { summaryAnswer } from "./summary.ts";

/** What the summary and the check-ins card ask. */
export const checkInRoutes = {
  summary: cardRoute("GET", "/cards/summary", companyQuery, summaryAnswer),
  checkIns: cardRoute("GET", "/cards/check-ins", checkInsQuery, checkInsAnswer),
  startManaging: cardRoute("POST", "/cards/check-ins/start-managing", startManaging, checkInsWritten),
  changeRhythm: cardRoute("POST", "/cards/check-ins/change-rhythm", changeRhythm, checkInsWritten),
  planCheckIn: cardRoute("POST", "/cards/check-ins/plan", planCheckIn, dateTaken),
  rescheduleCheckIn: cardRoute("POST", "/cards/check-ins/reschedule", rescheduleCheckIn, dateTaken),
  skipCheckIn: cardRoute("POST", "/cards/check-ins/skip", skipCheckIn, checkInsWritten),
  logCheckIn: cardRoute("POST", "/cards/check-ins/log", logCheckIn, checkInsWritten),
  confirmContact: cardRoute("POST", "/cards/check-ins/confirm-contact", confirmContact, checkInsWritten),
  markPromise: cardRoute("POST", "/cards/check-ins/mark-promise", markPromise, checkInsWritten),
};
