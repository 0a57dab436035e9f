import { describe, expect, test } from "@jest/globals";
import { openConformance } from "./index.ts";

const conformance = openConformance();
if (!conformance)
  console.warn("SKIPPED: HubSpot's descriptions; set HUBSPOT_OPENAPI to their folder to check the checker");

(conformance ? describe : describe.skip)("the checker", () => {
  const v = "2026-09";

  test("a call that no description has is told", () => {
    expect(conformance!.check({ method: "GET", path: `/crm/nothing/${v}/here`, status: 200 })).toHaveLength(1);
  });

  test("an unknown field in a request is told", () => {
    const traffic = {
      method: "PATCH",
      path: `/crm/properties/${v}/companies/a`,
      requestBody: { numberDisplayHint: "currency" },
    };
    expect(conformance!.check({ ...traffic, status: 400, responseBody: {} }).join()).not.toMatch(/numberDisplayHint/);
    expect(conformance!.check({ ...traffic, status: 200, responseBody: {} }).join()).toMatch(/numberDisplayHint/);
  });

  test("a write to feedback submissions is told, though its generic path is described", () => {
    const traffic = { method: "POST", path: `/crm/objects/${v}/feedback_submissions`, status: 201 };
    expect(conformance!.check(traffic).join()).toMatch(/read-only/);
  });
});
