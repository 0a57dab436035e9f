import type { ErrorRequestHandler } from "express";
import { Problem, type Language } from "@keyline/domain";
import type { Log } from "../log.ts";

const sorry = {
  en: "Something went wrong on our side. Nothing was lost; try again in a moment.",
  ar: "حدث خطأ من جهتنا. لم يُفقد شيء؛ أعد المحاولة بعد قليل.",
};

/** The body of every error answer. */
export function problemBody(problem: Problem, language: Language) {
  return {
    error: {
      code: problem.code,
      message: problem.words?.[language] ?? problem.message,
      fields: problem.fields,
      ...(problem.found === undefined ? {} : { found: problem.found }),
    },
  };
}

/** Any thrown value as a Problem; what is not one of ours becomes `internal` and keeps its cause for the log. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = (error as { status?: unknown } | null)?.status;
  if (status === 413) return new Problem("invalid-input", "The body is larger than 1 MB; send less.", { cause: error });
  if (status === 400) return new Problem("invalid-input", "The body is not valid JSON.", { cause: error });
  return new Problem("internal", sorry.en, { words: sorry, cause: error });
}

/** The edge where a route's error is caught, logged once and answered. */
export function answerProblems(log: Log, languageFor: (query: unknown) => Language): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const problem = asProblem(error);
    const facts = { method: request.method, path: request.path, code: problem.code };
    if (problem.status >= 500) log.error({ ...facts, error: problem.cause ?? problem }, problem.message);
    else log.info(facts, "refused");
    if (response.headersSent) return;
    if (problem.retryAfterMs !== undefined) response.set("Retry-After", String(Math.ceil(problem.retryAfterMs / 1000)));
    response.status(problem.status).json(problemBody(problem, languageFor(request.query)));
  };
}
