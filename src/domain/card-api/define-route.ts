import type { z } from "zod";

/** One route of the card API: what a card sends, what it gets. A read takes its request as the query, a write as the body. */
export interface CardRoute<Request extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> {
  readonly method: "GET" | "POST";
  readonly path: `/cards/${string}`;
  readonly request: Request;
  readonly answer: Answer;
}

export function cardRoute<Request extends z.ZodType, Answer extends z.ZodType>(
  method: CardRoute["method"],
  path: CardRoute["path"],
  request: Request,
  answer: Answer,
): CardRoute<Request, Answer> {
  return { method, path, request, answer };
}
