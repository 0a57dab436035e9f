import type { Request } from "express";
import { Problem } from "@keyline/domain";
import { checkSignatureV2, checkSignatureV3 } from "../hubspot/index.ts";
import type { Route } from "./define-route.ts";
import type { Parts } from "./parts.ts";
import { checkLink } from "./signed-link.ts";

/** Longer than a signature stays fresh, so that nothing can be sent again once it was forgotten. */
const rememberedMs = 11 * 60_000;
/** HubSpot repeats a failed request once, at the latest when its 15 s are over. */
const repeatWithinMs = 30_000;

/**
 * Lets a request pass when HubSpot signed it, within five minutes, and it was not sent before.
 * One exact repeat of a write within half a minute may pass: HubSpot makes it by itself after a failed connection, and
 * its idempotency key answers it with the first answer. Freshness goes by the machine's clock, also when the backend
 * runs on another time (`--now`): it is about the connection, not about the accounts.
 *
 * @returns whether this is such a repeat
 */
export async function checkSigned(request: Request, rawBody: string, route: Route, parts: Parts): Promise<boolean> {
  if (route.signed === "link") {
    const query = new URL(request.originalUrl, "http://here").searchParams;
    checkLink(parts.clientSecret, request.path, query, new Date());
    return false;
  }
  const signature = request.get("X-HubSpot-Signature-v3") ?? "";
  const sent = {
    secret: parts.clientSecret,
    method: request.method,
    uri: (parts.publicUrl ?? `${request.protocol}://${request.get("host")}`) + request.originalUrl,
    body: rawBody,
  };
  if (route.signed === "workflow" && !signature) {
    checkSignatureV2({ ...sent, signature: request.get("X-HubSpot-Signature") ?? "" });
    return true;
  }
  checkSignatureV3({
    ...sent,
    timestamp: request.get("X-HubSpot-Request-Timestamp") ?? "",
    signature,
    now: new Date(),
  });
  // A run of a workflow is done once by its callback id, whatever is sent again.
  if (route.signed === "workflow") return true;
  const { store } = parts.queue;
  const seenKey = `signature:${signature}`;
  const seenAt = Date.now();
  if (await store.setIfAbsent(seenKey, String(seenAt), { ttlMs: rememberedMs })) return false;
  const firstAt = Number(await store.get(seenKey));
  const mayRepeat = route.signed === "card" && route.method === "POST" && seenAt - firstAt <= repeatWithinMs;
  if (mayRepeat && (await store.setIfAbsent(`${seenKey}:repeat`, "1", { ttlMs: rememberedMs }))) return true;
  throw new Problem("not-signed", "This request was sent before. Send it anew, signed anew.");
}
