import { Signature } from "@hubspot/api-client";
import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { checkSignatureV2, checkSignatureV3, signV2, signV3, type SignedParts } from "../../src/hubspot/index.ts";

const now = new Date("2026-11-24T08:00:00Z");
const timestamp = String(now.getTime());
const request = {
  method: "POST",
  uri: "https://keyline.example/cards/check-ins/log?userEmail=a%40b.example&portalId=1",
  body: '{"companyId":"1","notes":"مرحبا"}',
};
const signed = (parts: SignedParts, at = timestamp, secret = "secret") => ({
  ...parts,
  timestamp: at,
  secret: "secret",
  signature: signV3(parts, at, secret),
  now,
});
const withQuery = (value: string) => ({ ...request, uri: `https://keyline.example/x?a=${value}b` });
const refusal = expect.objectContaining({ code: "not-signed" });

describe("version 3", () => {
  test("what HubSpot signed passes", () => {
    expect(() => checkSignatureV3(signed(request))).not.toThrow();
  });

  test("the example of HubSpot's client passes: signed over the decoded address", () => {
    const decodedUri = "https://keyline.example/cards/check-ins/log?userEmail=a@b.example&portalId=1";

    expect(signV3(request, timestamp, "secret")).toBe(signV3({ ...request, uri: decodedUri }, timestamp, "secret"));
  });

  test.each(["%3A", "%2F", "%3F", "%40", "%21", "%24", "%27", "%28", "%29", "%2A", "%2C", "%3B"])(
    "%s is decoded",
    (code) => {
      for (const spelled of [code, code.toLowerCase()]) {
        expect(signV3(withQuery(spelled), timestamp, "s")).toBe(
          signV3(withQuery(decodeURIComponent(code)), timestamp, "s"),
        );
      }
    },
  );

  test.each(["%20", "%26", "%25", "%3D"])("%s stays as it is", (code) => {
    expect(signV3(withQuery(code), timestamp, "s")).not.toBe(
      signV3(withQuery(decodeURIComponent(code)), timestamp, "s"),
    );
  });

  test("agrees with HubSpot's own client where that is careful too", () => {
    const addresses = fc.array(fc.constantFrom("a", "1", "-", "%20", "%D9%85", "="), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(addresses, fc.string(), (characters, body) => {
        const parts = { ...withQuery(characters.join("")), body };
        const options = {
          clientSecret: "secret",
          requestBody: body,
          url: parts.uri,
          timestamp: now.getTime(),
          signature: "",
          signatureVersion: "v3",
        };
        const theirs = Signature.getSignature("POST", "v3", options);
        expect(signV3(parts, timestamp, "secret")).toBe(theirs);
      }),
    );
  });

  test("anything changed on the way is refused", () => {
    const parts = ["method", "uri", "body", "timestamp", "signature"] as const;
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.string({ minLength: 1 }), (part, added) => {
        const whole = signed(request);
        expect(() => checkSignatureV3({ ...whole, [part]: `${whole[part]}${added}` })).toThrow(refusal);
      }),
    );
  });

  test("another secret is refused", () => {
    expect(() => checkSignatureV3(signed(request, timestamp, "other"))).toThrow(refusal);
  });

  test.each([
    ["five minutes ago", -300_000, true],
    ["five minutes ahead", 300_000, true],
    ["a moment more ago", -300_001, false],
    ["a moment more ahead", 300_001, false],
  ])("signed %s", (_name, offsetMs, passes) => {
    const check = () => checkSignatureV3(signed(request, String(now.getTime() + offsetMs)));

    if (passes) expect(check).not.toThrow();
    else expect(check).toThrow(refusal);
  });

  test.each(["", "soon", "-1", "1e99", " "])("a timestamp of %j is refused", (odd) => {
    expect(() => checkSignatureV3(signed(request, odd))).toThrow(refusal);
  });
});

test("version 2, for workflow actions, passes as signed and not otherwise", () => {
  const signature = signV2(request, "secret");

  expect(() => checkSignatureV2({ ...request, secret: "secret", signature })).not.toThrow();
  expect(() => checkSignatureV2({ ...request, body: "{}", secret: "secret", signature })).toThrow(refusal);
  expect(() => checkSignatureV2({ ...request, secret: "secret", signature: "" })).toThrow(refusal);
});
