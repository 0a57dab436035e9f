import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "@jest/globals";
import { translate } from "@hubspot/project-parsing-lib/translate";
import { Components } from "@hubspot/project-parsing-lib/constants";
import { compareFiles, crmSubscriptions, hsMetaFiles, readManifest } from "../../src/manifest/index.ts";
import { manifestSchema } from "../../src/manifest/schema.ts";

const folder = fileURLToPath(new URL("../..", import.meta.url));
const manifest = await readManifest(folder);

describe("app.json and what follows from it", () => {
  test("every generated file agrees with app.json, and no other metadata lies about", async () => {
    expect(await compareFiles(manifest, folder)).toEqual({ stale: [], orphaned: [] });
  });

  test("HubSpot's own parser takes the project and skips no file", async () => {
    const { intermediateRepresentation, skippedHsMetaFiles } = await translate(
      { projectSourceDir: path.join(folder, "extensions"), platformVersion: "2026.09" },
      { skipValidation: true },
    );
    expect(skippedHsMetaFiles).toEqual([]);
    const uids = Object.keys(intermediateRepresentation.intermediateNodesIndexedByUid);
    expect(uids.toSorted()).toEqual([...hsMetaFiles(manifest).values()].map(({ uid }) => uid).toSorted());
  });

  test("every metadata file stands in the folder that HubSpot fixes for its type", () => {
    const folders: Record<string, { dir: string }> = Components;
    const wrong = [...hsMetaFiles(manifest)].filter(([name, { type }]) => {
      const expected = type === "app" ? "app" : `app/${folders[type]?.dir}`;
      return path.posix.dirname(name) !== expected;
    });
    expect(wrong).toEqual([]);
  });

  test("the backend is always among the URLs that cards may fetch", () => {
    const app = hsMetaFiles(manifest).get("app/app-hsmeta.json");
    expect(app?.config["permittedUrls"]).toMatchObject({ fetch: [manifest.backendUrl] });
  });
});

describe("how the app signs in decides what is generated", () => {
  test("with static auth HubSpot builds the webhooks and is told no redirect URL", () => {
    const files = hsMetaFiles({ ...manifest, auth: { ...manifest.auth, type: "static" } });
    expect(files.has("app/webhooks/webhooks-hsmeta.json")).toBe(true);
    expect(files.get("app/app-hsmeta.json")?.config["auth"]).not.toHaveProperty("redirectUrls");
  });

  test("with OAuth it is told the redirect URLs, and the webhooks are left to a poll", () => {
    const files = hsMetaFiles({ ...manifest, auth: { ...manifest.auth, type: "oauth" } });
    expect(files.has("app/webhooks/webhooks-hsmeta.json")).toBe(false);
    expect(files.get("app/app-hsmeta.json")?.config["auth"]).toMatchObject({
      redirectUrls: manifest.auth.redirectUrls,
    });
  });

  test("a page, settings, a bulk action and a workflow action each get their file", () => {
    const files = hsMetaFiles({
      ...manifest,
      page: { uid: "keyline_portfolio", file: "Portfolio.tsx" },
      settings: { uid: "keyline_settings", file: "Settings.tsx" },
      bulkActions: [
        {
          uid: "keyline_bulk",
          label: "Set",
          file: "SetMany.tsx",
          objectTypes: ["companies"],
          displayMode: "PANEL",
          icon: "right",
        },
      ],
      workflowActions: [
        {
          uid: "keyline_plan_check_in",
          path: "/workflow-actions/plan-check-in",
          clients: ["WORKFLOWS", "AGENTS"],
          inputFields: [],
          executionRules: [],
          outputFields: [],
          labels: {},
          objectTypes: ["COMPANY"],
        },
      ],
    });
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        "app/pages/portfolio-hsmeta.json",
        "app/settings/settings-hsmeta.json",
        "app/actions/set-many-hsmeta.json",
        "app/workflow-actions/keyline_plan_check_in-hsmeta.json",
      ]),
    );
    expect(files.get("app/workflow-actions/keyline_plan_check_in-hsmeta.json")?.config).toMatchObject({
      actionUrl: "https://keyline.example.com/workflow-actions/plan-check-in",
    });
  });
});

test("every change of a property that counts is a subscription of its own", () => {
  const changes = crmSubscriptions(manifest.webhooks).filter(({ propertyName }) => propertyName === "am_rhythm");
  expect(changes).toEqual([
    { subscriptionType: "object.propertyChange", objectType: "company", propertyName: "am_rhythm", active: true },
  ]);
});

describe("a manifest that does not hold together is refused", () => {
  test.each([
    ["a backend without https", { ...manifest, backendUrl: "http://keyline.example.com" }, "backendUrl"],
    ["a slash at the backend's end", { ...manifest, backendUrl: "https://keyline.example.com/" }, "backendUrl"],
    ["a word that HubSpot does not know", { ...manifest, location: "x" }, ""],
    ["a scope both required and optional", withScopes(["oauth"], ["oauth"]), "scopes.optional"],
  ])("%s", (_, broken, where) => {
    const read = manifestSchema.safeParse(broken);
    expect(read.error?.issues.map((issue) => issue.path.join("."))).toContain(where);
  });

  test("and says every fault by its path", async () => {
    const elsewhere = await mkdtemp(path.join(os.tmpdir(), "manifest-"));
    await writeFile(path.join(elsewhere, "app.json"), JSON.stringify({ ...manifest, name: "", distribution: "open" }));
    await expect(readManifest(elsewhere)).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "name" }, { path: "distribution" }],
    });
    await rm(elsewhere, { recursive: true });
  });
});

function withScopes(required: string[], optional: string[]) {
  return { ...manifest, scopes: { required, optional } };
}
