import { createHmac } from "node:crypto";

/** HubSpot's v3 signature: base64 of HMAC-SHA256 over method, URI, body and timestamp. */
export function signV3(secret: string, method: string, uri: string, body: string, timestampMs: number): string {
  return createHmac("sha256", secret).update(`${method}${uri}${body}${timestampMs}`).digest("base64");
}
