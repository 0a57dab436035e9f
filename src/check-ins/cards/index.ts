import type { checkInRoutes } from "@keyline/domain";
import { checkInsOf } from "./check-ins-of.ts";
import { confirmContact } from "./confirm-contact.ts";
import type { CardActions } from "../../desk/index.ts";
import { logOne } from "./log-one.ts";
import { changeRhythm, startManaging } from "./manage.ts";
import { markPromise } from "./mark-promise.ts";
import { planOne } from "./plan-one.ts";
import { reschedule, skip } from "./reschedule-and-skip.ts";
import { summaryOf } from "./summary-of.ts";

/** What answers the routes of the summary and the check-ins card. */
export const checkInActions: CardActions<typeof checkInRoutes> = {
  summary: summaryOf,
  checkIns: checkInsOf,
  startManaging,
  changeRhythm,
  planCheckIn: planOne,
  rescheduleCheckIn: reschedule,
  skipCheckIn: skip,
  logCheckIn: logOne,
  confirmContact,
  markPromise,
};
