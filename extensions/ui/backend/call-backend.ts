import { hubspot } from "@hubspot/ui-extensions";
import {
  cardRoutes,
  errorAnswer,
  Problem,
  type AnswerOf,
  type CardRouteName,
  type Language,
  type ProblemCode,
} from "@keyline/domain";
import { backendUrl } from "../backend-url.ts";

/** HubSpot gives up after 15 s; so do we. */
const timeoutMs = 15_000;

/**
 * Calls one route of the card API through HubSpot, which signs the request and names portal and user. HubSpot repeats it
 * once by itself when the connection or the server fails, so a write carries its idempotency key in `request`.
 * @throws Problem with the backend's own code and message; `unavailable` when there was no answer
 */
export async function callBackend<N extends CardRouteName>(
  name: N,
  request: Record<string, unknown>,
  language: Language,
): Promise<AnswerOf<N>> {
  const route = cardRoutes[name];
  const query = new URLSearchParams({ lang: language, ...(route.method === "GET" ? textsOf(request) : {}) });
  const url = `${backendUrl}${route.path}?${query.toString()}`;
  const response = await hubspot
    .fetch(url, { method: route.method, timeout: timeoutMs, ...(route.method === "POST" ? { body: request } : {}) })
    .catch((cause: unknown) => {
      throw new Problem("unavailable", "The backend did not answer.", { cause });
    });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, body);
  const answer = route.answer.safeParse(body);
  if (!answer.success) throw new Problem("internal", "The answer does not read.", { cause: answer.error });
  return answer.data as AnswerOf<N>; // oxlint-disable-line typescript/no-unsafe-type-assertion -- the schema of the same route read it
}

/** Our own error answer; else HubSpot's, or a proxy's, by its status. */
function problemOf(status: number, body: unknown): Problem {
  const read = errorAnswer.safeParse(body);
  if (!read.success) return new Problem(codeOf(status), `Answered with status ${status}.`);
  const { code, message, fields, found } = read.data.error;
  return new Problem(code, message, { fields, found });
}

function codeOf(status: number): ProblemCode {
  if (status === 429) return "rate-limited";
  if (status === 403) return "no-permission";
  if (status === 401) return "not-installed";
  return status >= 500 ? "unavailable" : "internal";
}

function textsOf(request: Record<string, unknown>): Record<string, string> {
  const given = Object.entries(request).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
