import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Express, type Request, type RequestHandler } from "express";
import { languageOf, Problem } from "@keyline/domain";
import { answerProblems } from "./answer-problem.ts";
import { callerOf } from "./caller.ts";
import { closeServer } from "./close-server.ts";
import type { Answer, Route } from "./define-route.ts";
import { firstAnswer } from "./first-answer.ts";
import { parse } from "./parse.ts";
import type { Parts } from "./parts.ts";
import { notFound } from "./not-found.ts";
import { routes } from "./routes/index.ts";
import { checkSigned } from "./signed.ts";

export type { Parts } from "./parts.ts";

export interface Http {
  url: string;
  close(): Promise<void>;
}

/**
 * Opens the backend's door: card routes, webhook intake, health. Port 0 takes a free one.
 * Every error is answered as `{error: {code, message, fields}}` with the Problem's status.
 */
export async function openHttp(parts: Parts, port: number): Promise<Http> {
  const server = await listening(httpApp(parts), port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => closeServer(server),
  };
}

function httpApp(parts: Parts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  const languageFor = (query: unknown) => languageOf((query as { lang?: string }).lang);
  const raw = express.raw({ type: () => true, limit: "1mb" });
  for (const route of routes) {
    const method = route.method === "GET" ? "get" : "post";
    app[method](route.path, raw, answering(route, parts));
  }
  app.use(notFound);
  app.use(answerProblems(parts.log, languageFor));
  return app;
}

function answering(route: Route, parts: Parts): RequestHandler {
  return async (request, response) => {
    const answer = await answerTo(request, route, parts).catch((problem: unknown) => {
      if (!route.notice || !(problem instanceof Problem)) throw problem;
      return {
        status: problem.status,
        ...route.notice(problem, languageOf((request.query as { lang?: string }).lang)),
      };
    });
    response.status(answer.status ?? 200).set(answer.headers ?? {});
    if (answer.content) response.type(answer.content.type).send(answer.content.text);
    else if (answer.body === undefined) response.end();
    else response.json(answer.body);
  };
}

/** Checked, read, done once. Throws what stands in the way. */
async function answerTo(request: Request, route: Route, parts: Parts): Promise<Answer> {
  const rawBody = Buffer.isBuffer(request.body) ? request.body.toString("utf8") : "";
  const origin = parts.publicUrl ?? `${request.protocol}://${request.get("host")}`;
  const isRepeat = route.signed === "open" ? false : await checkSigned(request, rawBody, route, parts);
  const query = route.query ? parse(route.query, request.query, "query") : request.query;
  const body = route.body ? parse(route.body, readJson(rawBody), "body") : undefined;
  const caller = callerOf(request.query, route.signed);
  return firstAnswer({ route, caller, body, rawBody, isRepeat, store: parts.queue.store }, () =>
    route.answer({ query, body, caller, origin, parts, cookie: (name) => cookieOf(request.get("cookie"), name) }),
  );
}

/** Names and values of our own cookies need no decoding. */
function cookieOf(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw Object.assign(new Error("not JSON", { cause }), { status: 400 });
  }
}

function listening(app: Express, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(port, (error?: Error) => (error ? reject(error) : resolve(server)));
  });
}
