import type { AnswerOf, CardRouteName, cardRoutes } from "@keyline/domain";
import type { z } from "zod";
import { checkInsOf } from "./check-ins-of.ts";
import { confirmContact } from "./confirm-contact.ts";
import type { Desk } from "./desk.ts";
import { logOne } from "./log-one.ts";
import { changeRhythm, startManaging } from "./manage.ts";
import { markPromise } from "./mark-promise.ts";
import { planOne } from "./plan-one.ts";
import { reschedule, skip } from "./reschedule-and-skip.ts";
import { summaryOf } from "./summary-of.ts";

export type { Desk } from "./desk.ts";

type Action<N extends CardRouteName> = (
  desk: Desk,
  asked: z.output<(typeof cardRoutes)[N]["request"]>,
) => Promise<AnswerOf<N>>;

/** What answers each route of the card API about check-ins, by the route's name. */
export const cardActions: { readonly [N in CardRouteName]: Action<N> } = {
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
