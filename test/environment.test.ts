import { describe, expect, test } from "@jest/globals";
import { Problem } from "@keyline/domain";
import { readEnvironment } from "../src/environment.ts";

describe("the environment", () => {
  test("needs nothing but a token", () => {
    expect(readEnvironment({ HUBSPOT_ACCESS_TOKEN: "t" })).toMatchObject({
      PORT: 3000,
      HUBSPOT_API_BASE: "https://api.hubapi.com",
      KEYLINE_DATA: "./data",
    });
  });

  test("takes an empty variable as unset", () => {
    expect(readEnvironment({ HUBSPOT_ACCESS_TOKEN: "t", REDIS_URL: "" }).REDIS_URL).toBeUndefined();
  });

  test.each([
    ["no way to HubSpot", {}, ["HUBSPOT_ACCESS_TOKEN"]],
    ["a wrong port", { HUBSPOT_ACCESS_TOKEN: "t", PORT: "high" }, ["PORT"]],
    [
      "OAuth half set and a wrong port",
      { HUBSPOT_CLIENT_ID: "c", HUBSPOT_CLIENT_SECRET: "s", PORT: "-1" },
      ["PUBLIC_URL", "TOKEN_KEYS", "PORT"],
    ],
    ["OAuth half set", { HUBSPOT_CLIENT_ID: "c" }, ["HUBSPOT_CLIENT_SECRET", "PUBLIC_URL", "TOKEN_KEYS"]],
    [
      "two wrong addresses",
      { HUBSPOT_ACCESS_TOKEN: "t", REDIS_URL: "http://x", DATABASE_URL: "x" },
      ["REDIS_URL", "DATABASE_URL"],
    ],
  ])("says all that is wrong at once: %s", (_words, variables, paths) => {
    expect(pathsOf(variables)).toEqual(paths);
  });
});

function pathsOf(variables: Record<string, string>): string[] {
  try {
    readEnvironment(variables);
    return [];
  } catch (error) {
    return (error as Problem).fields.map(({ path }) => path);
  }
}
