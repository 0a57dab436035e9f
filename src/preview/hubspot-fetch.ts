import { setTimeout as sleep } from "node:timers/promises";
import { signV3 } from "./sign-v3.ts";

/** What a card hands to `hubspot.fetch`. */
export interface CardRequest {
  url: string;
  method: string;
  /** The JSON text of the body; null when there is none. */
  body: string | null;
  headers: Record<string, string>;
  timeoutMs: number;
  user: { userId: number; userEmail: string };
}

export interface CardResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

interface Options {
  portalId: number;
  appId: number | string;
  clientSecret: string;
  /** Where the backend really listens; takes the place of whatever https origin the card named. */
  backendUrl: string;
  /** Prefixes of the app's `permittedUrls.fetch`. */
  permittedUrls: string[];
  now?: () => number;
}

const longestMs = 15_000;
const mostBytes = 1_048_576;
const mostAtOnce = 20;

/**
 * HubSpot's side of `hubspot.fetch`: refuses what it refuses, adds who asks, signs, and repeats once when the connection or
 * the server fails.
 * @see https://developers.hubspot.com/docs/apps/developer-platform/add-features/ui-extensibility/fetching-data
 */
export function createHubSpotFetch(options: Options): (request: CardRequest) => Promise<CardResponse> {
  let underWay = 0;
  return async (request) => {
    const refused = refusal(request, options.permittedUrls);
    if (refused) return refused;
    if (underWay >= mostAtOnce) return answer(429, `More than ${mostAtOnce} requests of this app at once.`);
    underWay += 1;
    try {
      return await sendTwiceAtMost(request, options);
    } finally {
      underWay -= 1;
    }
  };
}

function refusal({ url, body }: CardRequest, permittedUrls: string[]): CardResponse | null {
  if (!URL.canParse(url)) return answer(400, `Not a URL: ${url}`);
  if (new URL(url).protocol !== "https:") return answer(400, `hubspot.fetch calls https only, not ${url}`);
  if (!permittedUrls.some((prefix) => isUnder(url, prefix))) {
    return answer(403, `${new URL(url).origin} is not among the app's permittedUrls.fetch.`);
  }
  return Buffer.byteLength(body ?? "") > mostBytes ? answer(413, "The body is larger than 1 MB.") : null;
}

function isUnder(url: string, prefix: string): boolean {
  const [asked, allowed] = [new URL(url), new URL(prefix)];
  return asked.origin === allowed.origin && asked.pathname.startsWith(allowed.pathname.replace(/\/$/, ""));
}

async function sendTwiceAtMost(request: CardRequest, options: Options): Promise<CardResponse> {
  const deadline = Date.now() + Math.min(request.timeoutMs, longestMs);
  const first = await sendOnce(request, options, deadline);
  if (first.status < 500 || Date.now() >= deadline) return first;
  await sleep(100);
  return sendOnce(request, options, deadline);
}

async function sendOnce(request: CardRequest, options: Options, deadline: number): Promise<CardResponse> {
  const uri = backendUri(request, options);
  const method = request.method.toUpperCase();
  const body = request.body ?? "";
  const authorization = Object.entries(request.headers).find(([name]) => name.toLowerCase() === "authorization")?.[1];
  const signal = AbortSignal.timeout(Math.max(1, deadline - Date.now()));
  try {
    const response = await fetch(uri, {
      method,
      headers: {
        ...signV3({ method, uri, body }, options.clientSecret, (options.now ?? Date.now)()),
        ...(request.body !== null && { "Content-Type": "application/json" }),
        ...(authorization && { Authorization: authorization }),
      },
      ...(request.body !== null && { body }),
      signal,
    });
    const text = await response.text();
    if (Buffer.byteLength(text) > mostBytes) return answer(413, "The answer is larger than 1 MB.");
    return { status: response.status, headers: Object.fromEntries(response.headers), body: text };
  } catch {
    return signal.aborted
      ? answer(504, "The backend did not answer in time.")
      : answer(502, "The backend could not be reached.");
  }
}

/** The backend's own address with the card's path, and the four parameters that HubSpot adds. */
function backendUri({ url, user }: CardRequest, { backendUrl, portalId, appId }: Options): string {
  const asked = new URL(url);
  const uri = new URL(asked.pathname + asked.search, backendUrl);
  uri.searchParams.set("userId", String(user.userId));
  uri.searchParams.set("portalId", String(portalId));
  uri.searchParams.set("userEmail", user.userEmail);
  uri.searchParams.set("appId", String(appId));
  return uri.href;
}

const answer = (status: number, message: string): CardResponse => ({
  status,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ status: "error", message }),
});
