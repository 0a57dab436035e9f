import type { RequestHandler } from "express";
import { Problem } from "@keyline/domain";

/** Any path that no route answers. */
export const notFound: RequestHandler = (request) => {
  throw new Problem("not-found", `Nothing answers ${request.method} ${request.path}.`);
};
