import type { z } from "zod";
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
import { changeRhythm, startManaging } from "./managing.ts";
import { companyQuery } from "./shapes.ts";
import { summaryAnswer } from "./summary.ts";

/** One route of the card API: what a card sends, what it gets. A read takes its request as the query, a write as the body. */
export interface CardRoute<Request extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> {
  readonly method: "GET" | "POST";
  readonly path: `/cards/${string}`;
  readonly request: Request;
  readonly answer: Answer;
}

/** Every route that the cards call. A new one is added here; the backend answers each of them. */
export const cardRoutes = {
  summary: route("GET", "/cards/summary", companyQuery, summaryAnswer),
  checkIns: route("GET", "/cards/check-ins", checkInsQuery, checkInsAnswer),
  startManaging: route("POST", "/cards/check-ins/start-managing", startManaging, checkInsWritten),
  changeRhythm: route("POST", "/cards/check-ins/change-rhythm", changeRhythm, checkInsWritten),
  planCheckIn: route("POST", "/cards/check-ins/plan", planCheckIn, dateTaken),
  rescheduleCheckIn: route("POST", "/cards/check-ins/reschedule", rescheduleCheckIn, dateTaken),
  skipCheckIn: route("POST", "/cards/check-ins/skip", skipCheckIn, checkInsWritten),
  logCheckIn: route("POST", "/cards/check-ins/log", logCheckIn, checkInsWritten),
  confirmContact: route("POST", "/cards/check-ins/confirm-contact", confirmContact, checkInsWritten),
  markPromise: route("POST", "/cards/check-ins/mark-promise", markPromise, checkInsWritten),
};

export type CardRouteName = keyof typeof cardRoutes;
/** What a card sends on a route. */
export type RequestOf<N extends CardRouteName> = z.input<(typeof cardRoutes)[N]["request"]>;
/** What it gets. */
export type AnswerOf<N extends CardRouteName> = z.output<(typeof cardRoutes)[N]["answer"]>;

function route<Request extends z.ZodType, Answer extends z.ZodType>(
  method: CardRoute["method"],
  path: CardRoute["path"],
  request: Request,
  answer: Answer,
): CardRoute<Request, Answer> {
  return { method, path, request, answer };
}
