import { signV3 as signatureOf } from "../sandbox/index.ts";

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
  const signed = signatureOf(clientSecret, request.method, request.uri, request.body, timestampMs);
  return { "X-HubSpot-Signature-v3": signed, "X-HubSpot-Request-Timestamp": String(timestampMs) };
}
