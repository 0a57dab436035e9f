import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerControl } from "./control/index.ts";
import { answerCall } from "./answer-call.ts";
import type { Answer } from "./services/service.ts";
import type { SandboxState } from "./sandbox-state.ts";
import { parseBody, readText } from "./wire/read-body.ts";
import { Refusal } from "./wire/refusal.ts";
import { refusalAnswer } from "./dispatch.ts";

/** One request and its answer, whole: for those who check traffic. `status` is 0 when the connection was cut. */
export interface Exchange {
  method: string;
  path: string;
  requestBody: unknown;
  requestType: string | undefined;
  status: number;
  responseBody: unknown;
}

/** What the strip of the preview shows of a call. */
export interface CallSeen {
  at: Date;
  operation: string;
  method: string;
  path: string;
  status: number;
  ms: number;
  /** The `User-Agent` of whoever called. */
  caller: string;
}

export interface Request {
  method: string;
  url: URL;
  headers: IncomingMessage["headers"];
  text: string;
  body: unknown;
}

/** Serves HubSpot's paths and the control routes on a port of this machine. */
export async function listen(state: SandboxState, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => void serve(state, request, response));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}

async function serve(state: SandboxState, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const startedMs = performance.now();
  const at = state.clock.now();
  const method = incoming.method ?? "GET";
  const url = new URL(incoming.url ?? "/", "http://sandbox");
  try {
    const text = await readText(incoming);
    if (url.pathname.startsWith("/_sandbox/")) {
      const body = text === "" ? undefined : parseBody(text, "application/json");
      write(response, await answerControl(state, { method, url, headers: incoming.headers, text, body }));
      return;
    }
    const body = () => parseBody(text, incoming.headers["content-type"]);
    const result = answerCall(state, { method, url, headers: incoming.headers, readBody: body });
    const status = result.cut ? 0 : result.answer.status;
    if (result.cut === "never") hang(state, response);
    else if (result.cut === "reset") incoming.socket.destroy();
    else write(response, traced(result.answer));
    const path = url.pathname + url.search;
    const ms = performance.now() - startedMs;
    const caller = incoming.headers["user-agent"] ?? "";
    for (const listener of state.callListeners) {
      listener({ at, operation: result.operation, method, path, status, ms, caller });
    }
    for (const listener of state.exchangeListeners) {
      listener({
        method,
        path,
        requestBody: result.body,
        requestType: incoming.headers["content-type"],
        status,
        responseBody: result.answer.body,
      });
    }
  } catch (error) {
    if (incoming.socket.destroyed) return;
    const refusal =
      error instanceof Refusal ? error : new Refusal(500, "internal error", { category: "INTERNAL_ERROR" });
    if (refusal !== error) state.complain(error);
    write(response, refusalAnswer(refusal));
  }
}

/** Keeps an answer open until the caller loses patience, or the sandbox closes. */
function hang(state: SandboxState, response: ServerResponse): void {
  state.hanging.add(response);
  response.once("close", () => state.hanging.delete(response));
}

/** HubSpot gives every answer an id for its support, the same as in the body of an error. */
function traced(answer: Answer): Answer {
  const own = (answer.body as { correlationId?: string } | undefined)?.correlationId;
  return { ...answer, headers: { "X-HubSpot-Correlation-Id": own ?? randomUUID(), ...answer.headers } };
}

function write(response: ServerResponse, { status, body, headers }: Answer): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const isPage = typeof body === "string";
  const text = isPage ? body : JSON.stringify(body);
  response
    .writeHead(status, {
      "Content-Type": isPage ? "text/html;charset=utf-8" : "application/json;charset=utf-8",
      "Content-Length": String(Buffer.byteLength(text)),
      ...headers,
    })
    .end(text);
}
