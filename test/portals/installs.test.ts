import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { openBackend, type Backend } from "../../src/backend.ts";
import { readEnvironment } from "../../src/environment.ts";
import { signV3 } from "../../src/hubspot/index.ts";
import { quietLog } from "../../src/log.ts";
import { openSandbox, type Sandbox } from "../../src/sandbox/index.ts";

const key = "k".repeat(32);
const data = mkdtempSync(join(tmpdir(), "keyline-installs-"));
let sandbox: Sandbox;
let backend: Backend;
let portals: { portalId: number; token: string }[];

beforeAll(async () => {
  sandbox = await openSandbox({ seed: "none" });
  const made = async () => {
    const answer = await fetch(`${sandbox.url}/_sandbox/portals`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ tier: "enterprise", timeZone: "Asia/Riyadh", currency: "SAR" }),
    });
    return (await answer.json()) as { portalId: number; token: string };
  };
  portals = [await made(), await made()];
  const environment = readEnvironment({
    PORT: "0",
    HUBSPOT_API_BASE: sandbox.url,
    HUBSPOT_CLIENT_ID: "sandbox-client",
    HUBSPOT_CLIENT_SECRET: sandbox.clientSecret,
    PUBLIC_URL: "https://keyline.example",
    TOKEN_KEYS: key,
    KEYLINE_DATA: data,
  });
  backend = await openBackend({ environment, role: "all", now: () => new Date(), log: quietLog });
}, 60_000);
afterAll(async () => {
  await backend.close();
  await sandbox.close();
  rmSync(data, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(backend.url + path, { redirect: "manual", headers });

/** Sets out as a browser does, as far as HubSpot's way back. */
async function grant(portalId: number) {
  const out = await get("/oauth/install");
  const consent = new URL(out.headers.get("location") ?? "");
  consent.searchParams.set("portalId", String(portalId));
  const agreed = await fetch(`${sandbox.url}/oauth/authorize${consent.search}`, { redirect: "manual" });
  const back = new URL(agreed.headers.get("location") ?? "");
  const cookie = (out.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return { consent, back: back.pathname + back.search, cookie };
}

function whenDone(job: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = backend.queue.onEvent((event) => {
      if (event.job !== job || event.state !== "done") return;
      stop();
      resolve();
    });
  });
}

const schemasOf = async (token: string) => {
  const answer = await fetch(`${sandbox.url}/crm-object-schemas/2026-09/schemas`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return ((await answer.json()) as { results: { name: string }[] }).results.map(({ name }) => name);
};

async function summaryIn(portalId: number, companyId: string) {
  const caller = { portalId: String(portalId), userId: "7", userEmail: "noura@example.com", appId: "1" };
  const path = `/cards/summary?${new URLSearchParams({ companyId, ...caller }).toString()}`;
  const timestamp = String(Date.now());
  const uri = `https://keyline.example${path}`;
  const signature = signV3({ method: "GET", uri, body: "" }, timestamp, sandbox.clientSecret);
  return get(path, { "X-HubSpot-Signature-v3": signature, "X-HubSpot-Request-Timestamp": timestamp });
}

async function companyIn(token: string, name: string): Promise<string> {
  const answer = await fetch(`${sandbox.url}/crm/objects/2026-09/companies`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ properties: { name }, associations: [] }),
  });
  return ((await answer.json()) as { id: string }).id;
}

describe("an administrator installs Keyline", () => {
  test("HubSpot is asked for the scopes of app.json", async () => {
    const { consent } = await grant(portals[0]!.portalId);
    expect(consent.origin).toBe("https://app.hubspot.com");
    expect(consent.searchParams.get("scope")).toContain("crm.objects.custom.write");
    expect(consent.searchParams.get("optional_scope")).toContain("crm.lists.write");
    expect(consent.searchParams.get("redirect_uri")).toBe("https://keyline.example/oauth/callback");
  });

  test("the portal is set up by a job, and its cards answer", async () => {
    const [{ portalId, token }] = portals as [(typeof portals)[0]];
    const { back, cookie } = await grant(portalId);
    const setUp = whenDone("set-up-portal");

    const page = await get(back, { cookie });
    await setUp;

    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Keyline is connected");
    expect(await schemasOf(token)).toEqual(expect.arrayContaining(["check_in", "account_plan"]));
    const summary = await summaryIn(portalId, await companyIn(token, "Najd Foods"));
    expect(await summary.json()).toMatchObject({ company: { name: "Najd Foods" }, currency: "SAR" });
  }, 60_000);

  test("a second portal has records of its own", async () => {
    const { portalId, token } = portals[1]!;
    const { back, cookie } = await grant(portalId);
    const setUp = whenDone("set-up-portal");
    await get(back, { cookie });
    await setUp;

    const companyId = await companyIn(token, "Qassim Dairy");

    expect(await (await summaryIn(portalId, companyId)).json()).toMatchObject({ company: { name: "Qassim Dairy" } });
    expect((await backend.portals.ids()).sort()).toEqual(portals.map((one) => String(one.portalId)).sort());
  }, 60_000);
});

describe("a way back from HubSpot", () => {
  test("is taken once", async () => {
    const { back, cookie } = await grant(portals[0]!.portalId);
    expect((await get(back, { cookie })).status).toBe(200);
    expect((await get(back, { cookie })).status).toBe(400);
  });

  test("of somebody else's browser is refused", async () => {
    const { back } = await grant(portals[0]!.portalId);
    const other = await grant(portals[0]!.portalId);
    expect((await get(back)).status).toBe(400);
    expect((await get(back, { cookie: other.cookie })).status).toBe(400);
  });

  test("without a grant changes nothing, and says so in both languages", async () => {
    const { back, cookie } = await grant(portals[0]!.portalId);
    const state = new URLSearchParams(back.split("?")[1]).get("state") ?? "";
    const page = await get(`/oauth/callback?error=access_denied&state=${state}`, { cookie });
    const text = await page.text();
    expect(page.status).toBe(400);
    expect(text).toContain("did not grant");
    expect(text).toContain('dir="rtl"');
  });
});

test("a portal that nobody installed is refused", async () => {
  expect((await summaryIn(99, "1")).status).toBe(401);
});

test("after an uninstallation the portal is forgotten, and the others are served", async () => {
  const [{ portalId }, other] = portals as [(typeof portals)[0], (typeof portals)[0]];
  const { hubspot } = await backend.portals.open(String(portalId));
  await hubspot.request({ method: "DELETE", path: "/appinstalls/2026-09/external-install" });

  await expect(hubspot.request({ method: "GET", path: "/account-info/2026-09/details" })).rejects.toMatchObject({
    code: "not-installed",
  });

  expect(await backend.portals.ids()).toEqual([String(other.portalId)]);
});
