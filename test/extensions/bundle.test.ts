import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readManifest } from "../../src/manifest/index.ts";
import { buildCards, type BuiltCard } from "../../src/preview/cards/index.ts";

const folder = fileURLToPath(new URL("../..", import.meta.url));
const manifest = await readManifest(folder);
let cacheFolder: string;
let built: BuiltCard[];

beforeAll(async () => {
  cacheFolder = await mkdtemp(path.join(os.tmpdir(), "bundles-"));
  built = await buildCards({ projectFolder: path.join(folder, "extensions"), cacheFolder });
}, 120_000);
afterAll(() => rm(cacheFolder, { recursive: true }));

test("HubSpot's bundler takes every card, page and action of the manifest", () => {
  const { cards, page, settings, bulkActions } = manifest;
  const hosted = [...cards, ...(page ? [page] : []), ...(settings ? [settings] : []), ...bulkActions];
  expect(built.map(({ uid }) => uid).toSorted()).toEqual(hosted.map(({ uid }) => uid).toSorted());
});

test("a bundle calls the backend of the manifest", async () => {
  for (const { file } of built) expect(await readFile(file, "utf8")).toContain(manifest.backendUrl);
});

// Zod, and the parts that all surfaces share, are 50 KB of it. The plan is six tabs with all their forms.
test("a card stays light enough to open at once: under 80 KB on the wire, the plan under 100 KB", () => {
  const most = (uid: string) => (uid === "keyline_plan" ? 100_000 : 80_000);
  expect(built.filter(({ uid, gzipBytes }) => gzipBytes > most(uid))).toEqual([]);
});
