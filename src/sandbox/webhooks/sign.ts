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

/** HubSpot's v3 signature: base64 of HMAC-SHA256 over method, URI, body and timestamp (milliseconds since 1970). */
export function signV3(secret: string, method: string, uri: string, body: string, timestampMs: number): string {
  const decoded = uri.replace(/%[0-9A-F]{2}/gi, (escape) => decodedEscapes[escape.toUpperCase()] ?? escape);
  return createHmac("sha256", secret).update(`${method}${decoded}${body}${timestampMs}`).digest("base64");
}
