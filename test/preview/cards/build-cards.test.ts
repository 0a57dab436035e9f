import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { buildCards } from "../../../src/preview/index.ts";
import { discoverCards } from "../../../src/preview/cards/index.ts";
import { fixtureFolder } from "../stage.ts";

test("HubSpot's parser finds every thing that can be hosted, and where it runs", async () => {
  const { cards, permittedUrls } = await discoverCards(fixtureFolder);
  expect(Object.fromEntries(cards.map(({ uid, kind, location }) => [uid, [kind, location]]))).toEqual({
    failing: ["card", "crm.record.tab"],
    gallery: ["card", "crm.record.tab"],
    greeting: ["card", "crm.record.tab"],
    reader: ["card", "crm.record.sidebar"],
    portfolio: ["page", "pages"],
    settings: ["settings", "settings"],
    count_chosen: ["bulk-action", "crm.bulkActions"],
  });
  expect(permittedUrls).toEqual(["https://backend.example.com"]);
});

describe("building a project", () => {
  let root: string;
  let folders: { projectFolder: string; cacheFolder: string };

  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), "keyline-build-"));
    folders = { projectFolder: path.join(root, "extensions"), cacheFolder: path.join(root, "cache") };
    await mkdir(folders.projectFolder);
    await writeFile(path.join(root, "package-lock.json"), "{}");
    await symlink(fileURLToPath(new URL("../../../node_modules", import.meta.url)), path.join(root, "node_modules"));
    await cp(path.join(fixtureFolder, "app/app-hsmeta.json"), path.join(folders.projectFolder, "app/app-hsmeta.json"));
    for (const name of ["greeting-hsmeta.json", "Greeting.tsx", "package.json"]) {
      await cp(path.join(fixtureFolder, "app/cards", name), path.join(folders.projectFolder, "app/cards", name));
    }
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  test("the first time bundles as HubSpot does, the second takes the bundle from the cache, a change builds again", async () => {
    const [first] = await buildCards(folders);
    expect(first?.builtInMs).toEqual(expect.any(Number));
    expect(await readFile(first?.file ?? "", "utf8")).toContain("RemoteUI");

    const [second] = await buildCards(folders);
    expect(second).toMatchObject({ builtInMs: null, bytes: first?.bytes });

    const source = path.join(folders.projectFolder, "app/cards/Greeting.tsx");
    await writeFile(source, (await readFile(source, "utf8")).replace("Nothing noted", "Nothing yet"));
    const [third] = await buildCards(folders);
    expect(await readFile(third?.file ?? "", "utf8")).toContain("Nothing yet");
  });

  test("what does not build says what and why, and leaves nothing in the cache", async () => {
    const source = path.join(folders.projectFolder, "app/cards/Greeting.tsx");
    await writeFile(source, "import { gone } from './gone';\ngone();");
    await expect(buildCards(folders)).rejects.toThrow(/refused greeting: .*gone/s);
    await expect(buildCards(folders)).rejects.toThrow(/refused greeting/);
  });
});
