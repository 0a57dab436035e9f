import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openDoor, type Door } from "./door.ts";

let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

const app = { client_id: "sandbox-client", client_secret: "sandbox-secret" };
const redirect = "https://app.example/back";
const form = (path: string, fields: Record<string, string>) =>
  door.call("POST", `/oauth/2026-09/${path}`, new URLSearchParams({ ...app, ...fields }).toString(), {
    "Content-Type": "application/x-www-form-urlencoded",
  });
const consent = async (portalId = 48_000_001) => {
  const query = new URLSearchParams({
    ...app,
    redirect_uri: redirect,
    scope: "oauth",
    state: "s",
    portalId: String(portalId),
  });
  const answer = await door.call("GET", `/oauth/authorize?${query.toString()}`);
  const target = new URL(answer.headers.get("location")!);
  expect(target.searchParams.get("state")).toBe("s");
  return target.searchParams.get("code")!;
};
const install = async (portalId?: number) =>
  (await form("token", { grant_type: "authorization_code", code: await consent(portalId), redirect_uri: redirect }))
    .body;
const details = (token: string) =>
  door.call("GET", "/account-info/2026-09/details", undefined, { Authorization: `Bearer ${token}` });

test("a consent gives a code, the code tokens, once", async () => {
  const code = await consent();
  const fields = { grant_type: "authorization_code", code, redirect_uri: redirect };
  const first = await form("token", fields);
  expect(first.body).toMatchObject({ token_type: "bearer", expires_in: 1800, hub_id: 48_000_001, scopes: ["oauth"] });
  expect((await details(first.body.access_token)).body.portalId).toBe(48_000_001);
  expect((await form("token", fields)).status).toBe(400);
});

test("each portal that installs the app has tokens of its own", async () => {
  const { body: other } = await door.control("POST", "/portals", {});
  const tokens = await install(other.portalId);
  expect((await details(tokens.access_token)).body.portalId).toBe(other.portalId);
});

test("an installed app has 110 calls in ten seconds and no daily headers", async () => {
  const answer = await details((await install()).access_token);
  expect(answer.headers.get("x-hubspot-ratelimit-max")).toBe("110");
  expect(answer.headers.get("x-hubspot-ratelimit-daily")).toBeNull();
});

test("a refresh token gives new access", async () => {
  const { refresh_token } = await install();
  const { status, body } = await form("token", { grant_type: "refresh_token", refresh_token });
  expect(status).toBe(200);
  expect((await details(body.access_token)).status).toBe(200);
});

test("after an uninstall nothing opens any more", async () => {
  const tokens = await install();
  const answer = await door.call("DELETE", "/appinstalls/2026-09/external-install", undefined, {
    Authorization: `Bearer ${tokens.access_token}`,
  });
  expect(answer.status).toBe(204);
  expect((await details(tokens.access_token)).status).toBe(401);
  const again = await form("token", { grant_type: "refresh_token", refresh_token: tokens.refresh_token });
  expect(again.status).toBe(400);
  expect(again.body.status).toBe("BAD_REFRESH_TOKEN");
});

test("a revoked token is no longer active", async () => {
  const { refresh_token } = await install();
  expect((await form("token/introspect", { token: refresh_token })).body.active).toBe(true);
  await form("token/revoke", { token: refresh_token });
  expect((await form("token/introspect", { token: refresh_token })).body).toEqual({ active: false });
});

test.each([
  ["a wrong secret", { client_secret: "guess" }, "BAD_CLIENT_SECRET"],
  ["an unknown app", { client_id: "guess" }, "BAD_CLIENT_ID"],
  ["an unknown code", { code: "guess" }, "BAD_AUTH_CODE"],
  ["an unknown grant", { grant_type: "password" }, "BAD_GRANT_TYPE"],
])("is refused: %s", async (_what, fields, status) => {
  const answer = await form("token", {
    grant_type: "authorization_code",
    code: "x",
    redirect_uri: redirect,
    ...fields,
  });
  expect(answer.status).toBe(400);
  expect(answer.body.status).toBe(status);
});
