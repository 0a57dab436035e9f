import { createHash, createHmac } from "node:crypto";
import { Problem } from "@keyline/domain";
import { isSameSecret } from "./same-secret.ts";

/** How far a request's timestamp may be from our clock, either way (docs: validating requests). */
const freshForMs = 5 * 60_000;

/**
 * Percent-encodings that HubSpot decodes in the URI before it signs (docs: validating requests, v3). The `?` that
 * starts the query is not encoded and stays.
 */
const decoded: Readonly<Record<string, string>> = {
  "%3A": ":",
  "%2F": "/",
  "%3F": "?",
  "%40": "@",
  "%21": "!",
  "%24": "$",
  "%27": "'",
  "%28": "(",
  "%29": ")",
  "%2A": "*",
  "%2C": ",",
  "%3B": ";",
};

/** A request as it arrived. `uri` is the whole address that HubSpot called, `body` the raw body, before any parsing. */
export interface SignedParts {
  method: string;
  uri: string;
  body: string;
}

/** The value of `X-HubSpot-Signature-v3`; `timestamp` is the text of `X-HubSpot-Request-Timestamp`. */
export function signV3(parts: SignedParts, timestamp: string, secret: string): string {
  const uri = parts.uri.replaceAll(/%[0-9a-f]{2}/gi, (code) => decoded[code.toUpperCase()] ?? code);
  return createHmac("sha256", secret).update(`${parts.method}${uri}${parts.body}${timestamp}`).digest("base64");
}

/** The value of `X-HubSpot-Signature` for workflow actions, which are documented with version 2. */
export function signV2(parts: SignedParts, secret: string): string {
  return createHash("sha256").update(`${secret}${parts.method}${parts.uri}${parts.body}`).digest("hex");
}

/** Throws Problem `not-signed` unless HubSpot signed exactly this, within five minutes of `now`. */
export function checkSignatureV3(
  request: SignedParts & { secret: string; timestamp: string; signature: string; now: Date },
): void {
  const sentAt = /^\d+$/.test(request.timestamp) ? Number(request.timestamp) : Number.NaN;
  const isFresh = Math.abs(request.now.getTime() - sentAt) <= freshForMs;
  const isSame = isSameSecret(request.signature, signV3(request, request.timestamp, request.secret));
  if (!isSame) throw notSigned("The signature is not HubSpot's for this request.");
  if (!isFresh) throw notSigned("The request was signed more than five minutes from now.");
}

/** Throws Problem `not-signed` unless the version 2 signature fits. It carries no time: guard against repeats by callback id. */
export function checkSignatureV2(request: SignedParts & { secret: string; signature: string }): void {
  if (isSameSecret(request.signature, signV2(request, request.secret))) return;
  throw notSigned("The signature is not HubSpot's for this request.");
}

function notSigned(message: string): Problem {
  return new Problem("not-signed", message, {
    words: { en: "This request did not come from HubSpot.", ar: "لم يأتِ هذا الطلب من HubSpot." },
  });
}
