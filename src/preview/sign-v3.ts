import { createHmac } from "node:crypto";

/** Escapes that HubSpot decodes before it hashes the URI; the `?` that starts the query stays as it is. */
const decodedEscapes: Record<string, string> = {
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

/**
 * The headers with which HubSpot signs a request of a card.
 * @param timestampMs milliseconds since 1970, of the moment of sending
 * @see https://developers.hubspot.com/docs/apps/legacy-apps/authentication/validating-requests#validate-the-v3-request-signature
 */
export function signV3(
  request: { method: string; uri: string; body: string },
  clientSecret: string,
  timestampMs: number,
): Record<string, string> {
  const uri = request.uri.replace(/%[0-9A-F]{2}/gi, (escape) => decodedEscapes[escape.toUpperCase()] ?? escape);
  const signed = createHmac("sha256", clientSecret)
    .update(request.method + uri + request.body + String(timestampMs))
    .digest("base64");
  return { "X-HubSpot-Signature-v3": signed, "X-HubSpot-Request-Timestamp": String(timestampMs) };
}
