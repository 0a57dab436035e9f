import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { accountNeed, company } from "@keyline/domain";
import { commands } from "../../src/commands/index.ts";
import { readEnvironment } from "../../src/environment.ts";
import { openTokenVault } from "../../src/hubspot/index.ts";
import { quietLog } from "../../src/log.ts";
import { provision } from "../../src/provision/index.ts";
import { openQueue } from "../../src/queue/index.ts";
import { openPortal, type TestPortal } from "../hubspot/open-portal.ts";

let portal: TestPortal;
let folder: string;
beforeEach(async () => {
  portal = await openPortal();
  folder = mkdtempSync(join(tmpdir(), "keyline-commands-"));
});
afterEach(async () => {
  await portal.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(name: string, variables: Record<string, string>, options: Record<string, string> = {}) {
  const environment = readEnvironment({ HUBSPOT_API_BASE: portal.sandbox.url, KEYLINE_DATA: folder, ...variables });
  const command = commands.find((one) => one.name === name);
  return command!.run({ environment, log: quietLog, now: () => new Date(), isDryRun: false, options });
}

test("export writes what Keyline keeps, and nothing of records that it never touched", async () => {
  const { hubspot } = portal;
  await provision({ hubspot, log: quietLog });
  const companies = await hubspot.records(company).create([
    { properties: { am_account_type: "key", am_tier: "a" }, extra: { name: "Najd Foods" } },
    { properties: {}, extra: { name: "Nobody's" } },
  ]);
  await hubspot.records(accountNeed).upsert([
    {
      key: "1:a",
      properties: { need_name: "تقارير بالعربية", need_status: "confirmed", company_record_id: 1 },
    },
  ]);
  const to = join(folder, "all.jsonl");

  const result = await run("export", { HUBSPOT_ACCESS_TOKEN: portal.sandbox.token }, { to });

  const lines = readFileSync(to, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { object: string });
  expect(result?.json).toMatchObject({ file: to, records: { companies: 1, account_need: 1 } });
  expect(lines).toContainEqual(
    expect.objectContaining({
      object: "companies",
      id: companies.written.find(({ key }) => key === "0")?.id,
      properties: { am_account_type: "key", am_tier: "a" },
    }),
  );
  expect(lines).toContainEqual(
    expect.objectContaining({
      object: "account_need",
      properties: expect.objectContaining({ need_name: "تقارير بالعربية" }),
    }),
  );
});

test("rotate-keys puts all tokens under the newest key", async () => {
  const [older, newer] = ["o".repeat(32), "n".repeat(32)] as const;
  const openStore = () => openQueue({ dataFolder: join(folder, "queue"), log: quietLog });
  const before = await openStore();
  const tokens = { portalId: "7", refreshToken: "r", accessToken: "a", expiresAt: 1, scopes: [] };
  await openTokenVault(before.store, [older]).put(tokens);
  await before.close();

  const result = await run("rotate-keys", {
    HUBSPOT_CLIENT_ID: "id",
    HUBSPOT_CLIENT_SECRET: "secret",
    PUBLIC_URL: "https://keyline.example",
    TOKEN_KEYS: `${newer},${older}`,
  });

  const after = await openStore();
  expect(result?.json).toEqual({ rotated: 1, kept: 0 });
  expect(await openTokenVault(after.store, [newer]).get("7")).toEqual(tokens);
  await after.close();
});

test("rotate-keys has nothing to do for a private app, and says so", async () => {
  await expect(run("rotate-keys", { HUBSPOT_ACCESS_TOKEN: "t" })).rejects.toMatchObject({ code: "invalid-input" });
});
