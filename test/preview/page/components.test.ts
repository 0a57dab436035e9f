import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { componentNames } from "../../../src/preview/page/components/index.ts";

/** The names that HubSpot's package gives its remote components; its registry keeps them to itself, its source does not. */
async function hubSpotsNames(): Promise<string[]> {
  const entry = createRequire(import.meta.url).resolve("@hubspot/ui-extensions");
  const source = await readFile(path.join(path.dirname(entry), "shared.synced/remoteComponents.synced.js"), "utf8");
  return [...source.matchAll(/createAndRegisterRemote(?:Compound)?ReactComponent\('(\w+)'/g)].flatMap(
    ([, name]) => name ?? [],
  );
}

test("every component that HubSpot's package exports is drawn", async () => {
  const names = await hubSpotsNames();
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !componentNames.includes(name))).toEqual([]);
});
