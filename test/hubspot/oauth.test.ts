import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { createPacer, openHubSpot, openOAuth, openTokenVault, startingLimits } from "../../src/hubspot/index.ts";
import { quietLog } from "../../src/log.ts";
import { keptInMemory } from "./kept-in-memory.ts";
import { openPortal, type TestPortal } from "./open-portal.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());
afterEach(() => portal.control("PUT", "faults", {}));

const redirectUrl = "https://keyline.example/oauth/callback";

function openApp() {
  let nowMs = Date.now();
  const vault = openTokenVault(keptInMemory(), ["k".repeat(32)]);
  const app = {
    clientId: "sandbox-client",
    clientSecret: portal.sandbox.clientSecret,
    redirectUrl,
    scopes: ["oauth", "crm.objects.companies.read"],
    optionalScopes: ["tickets"],
    baseUrl: portal.sandbox.url,
  };
  const oauth = openOAuth(app, vault, () => nowMs);
  return { vault, oauth, advance: (ms: number) => (nowMs += ms) };
}

/** What a browser does with the address: the sandbox's consent page agrees at once. */
async function consent(url: string): Promise<URL> {
  const { search } = new URL(url);
  const answer = await fetch(`${portal.sandbox.url}/oauth/authorize${search}`, { redirect: "manual" });
  return new URL(answer.headers.get("location") ?? "");
}

async function installed() {
  const app = openApp();
  const back = await consent(app.oauth.authoriseUrl("state-1"));
  const { portalId } = await app.oauth.install(back.searchParams.get("code") ?? "");
  return { ...app, portalId, back };
}

test("an administrator's consent becomes an installation that can call HubSpot", async () => {
  const { oauth, portalId, back } = await installed();
  expect(back.searchParams.get("state")).toBe("state-1");

  const hubspot = openHubSpot({
    baseUrl: portal.sandbox.url,
    token: oauth.tokenFor(portalId),
    pacer: createPacer({ key: portalId, limits: startingLimits.oauthApp }),
    log: quietLog,
  });

  expect(String((await hubspot.account()).portalId)).toBe(portalId);
});

test("a token that is about to end is refreshed once, however many ask", async () => {
  const { oauth, portalId, advance } = await installed();
  const ask = oauth.tokenFor(portalId) as () => Promise<string>;
  const first = await ask();
  advance(29.5 * 60_000);
  await portal.calls();

  const tokens = await Promise.all([ask(), ask(), ask(), (oauth.tokenFor(portalId) as typeof ask)()]);

  expect(new Set(tokens).size).toBe(1);
  expect(tokens[0]).not.toBe(first);
  const { "POST /oauth/{version}/token": refreshes } = await portal.calls();
  expect(refreshes).toBe(1);
});

test("an app that was taken out of the portal is not installed any more", async () => {
  const { oauth, portalId, vault, advance } = await installed();
  const { accessToken } = (await vault.get(portalId))!;
  await fetch(`${portal.sandbox.url}/appinstalls/2026-09/external-install`, {
    method: "DELETE",
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  advance(31 * 60_000);

  const asked = (oauth.tokenFor(portalId) as () => Promise<string>)();

  await expect(asked).rejects.toMatchObject({ code: "not-installed", words: { en: expect.any(String) } });
});

test("uninstalling ends the access and forgets the tokens", async () => {
  const { oauth, portalId, vault } = await installed();
  const { accessToken } = (await vault.get(portalId))!;

  await oauth.uninstall(portalId);

  expect(await vault.portalIds()).toEqual([]);
  const account = await fetch(`${portal.sandbox.url}/account-info/2026-09/details`, {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  expect(account.status).toBe(401);
});

test("a code that HubSpot does not know is refused in so many words", async () => {
  await expect(openApp().oauth.install("made-up")).rejects.toMatchObject({
    code: "refused",
    message: expect.stringContaining("auth code"),
  });
});
