import { Signature } from "@hubspot/api-client";
import { expect, test } from "@jest/globals";
import { signV3 } from "../../src/preview/sign-v3.ts";

const secret = "sandbox-secret";

function isValidForHubSpot(request: { method: string; uri: string; body: string }, sentAt: number): boolean {
  const headers = signV3(request, secret, sentAt);
  return Signature.isValid({
    signatureVersion: "v3",
    signature: headers["X-HubSpot-Signature-v3"] ?? "",
    clientSecret: secret,
    method: request.method,
    url: request.uri,
    requestBody: request.body,
    timestamp: sentAt,
  });
}

test("HubSpot's own client accepts the signature of a request with a body", () => {
  const request = { method: "POST", uri: "https://backend.example.com/cards/log?userId=7", body: '{"a":"ب"}' };
  expect(isValidForHubSpot(request, Date.now())).toBe(true);
});

test("escapes that HubSpot decodes before it hashes are decoded, the query's question mark stays", () => {
  const [escaped, plain] = [
    "https://x.example/a?when=10%3A30&who=a%40b.c",
    "https://x.example/a?when=10:30&who=a@b.c",
  ].map((uri) => signV3({ method: "GET", uri, body: "" }, secret, 1)["X-HubSpot-Signature-v3"]);
  expect(escaped).toBe(plain);
});

test("another secret gives another signature", () => {
  const request = { method: "GET", uri: "https://backend.example.com/", body: "" };
  expect(signV3(request, "a", 1)).not.toEqual(signV3(request, "b", 1));
});
