import { randomBytes } from "node:crypto";
import { asObject, type Json } from "../wire/read-json.ts";
import { Refusal } from "../wire/refusal.ts";
import { defineService, nothing, ok, type Call } from "./service.ts";

const LIFETIME_SECONDS = 1800;
const CODE_LIFETIME_MS = 10 * 60_000;

/** An app installed in a portal: what its refresh token stands for. */
export interface Install {
  portalId: number;
  scopes: string[];
  accessToken?: string;
}

/** A code that a person's consent gave, to be changed into tokens once. */
export interface ConsentCode {
  portalId: number;
  redirectUri: string;
  scopes: string[];
  expiresMs: number;
}

/**
 * OAuth (spec: oauth.json). Access tokens live half an hour of the machine's clock; a refresh token lives until the app is
 * uninstalled.
 */
export const oauth = defineService({
  name: "OAuth",
  routes: {
    "GET /oauth/authorize": {
      operation: "Consent page: gives a code for ?portalId at once",
      isOpen: true,
      handle: authorise,
    },
    "POST /oauth/{version}/token": {
      operation: "Tokens for a code or a refresh token",
      isOpen: true,
      handle(call) {
        const form = asObject(call.body ?? {});
        checkClient(call, form);
        if (form.grant_type === "authorization_code") return ok(fromCode(call, form));
        if (form.grant_type === "refresh_token") return ok(fromRefresh(call, form));
        throw bad("BAD_GRANT_TYPE", `grant_type ${String(form.grant_type)} is not known`);
      },
    },
    "POST /oauth/{version}/token/introspect": {
      operation: "What a token stands for",
      isOpen: true,
      handle(call) {
        const form = asObject(call.body ?? {});
        checkClient(call, form);
        return ok(introspect(call, String(form.token ?? "")));
      },
    },
    "POST /oauth/{version}/token/revoke": {
      operation: "Revoke a token",
      isOpen: true,
      handle(call) {
        const form = asObject(call.body ?? {});
        checkClient(call, form);
        const token = String(form.token ?? "");
        const install = installs(call).get(token);
        if (install?.accessToken) call.estate.removeToken(install.accessToken);
        installs(call).delete(token);
        call.estate.removeToken(token);
        return { status: 200, body: {} };
      },
    },
    "DELETE /appinstalls/{version}/external-install": {
      operation: "Uninstall the calling app from the account",
      handle(call) {
        for (const refresh of installs(call).keys()) {
          const install = installs(call).get(refresh)!;
          if (install.portalId !== call.portal.id) continue;
          if (install.accessToken) call.estate.removeToken(install.accessToken);
          installs(call).delete(refresh);
        }
        call.estate.removeToken(call.token);
        return nothing;
      },
    },
  },
});

const installs = (call: Call) => call.estate.ledger.collection<Install>("installs");
const codes = (call: Call) => call.estate.ledger.collection<ConsentCode>("consent-codes");
const secret = (prefix: string, bytes: number) => `${prefix}${randomBytes(bytes).toString("base64url")}`;

function bad(status: string, message: string): Refusal {
  return new Refusal(400, message, { extra: { status, error: status.toLowerCase(), error_description: message } });
}

function checkClient(call: Call, form: Json): void {
  const { clientId, clientSecret } = call.app;
  if (form.client_id !== clientId) throw bad("BAD_CLIENT_ID", "missing or unknown client id");
  if (form.client_secret !== clientSecret) throw bad("BAD_CLIENT_SECRET", "missing or invalid client secret");
}

function authorise(call: Call) {
  const need = (name: string) => {
    const value = call.query.get(name);
    if (value) return value;
    throw bad("BAD_REQUEST", `${name} is missing`);
  };
  if (need("client_id") !== call.app.clientId) throw bad("BAD_CLIENT_ID", "missing or unknown client id");
  const redirectUri = need("redirect_uri");
  const portalId = Number(call.query.get("portalId") ?? call.portal.id);
  if (!call.estate.get(portalId)) throw bad("BAD_REQUEST", `no portal ${portalId}`);
  const scopes = [need("scope"), call.query.get("optional_scope") ?? ""]
    .flatMap((list) => list.split(/[\s,]+/))
    .filter(Boolean);
  const code = secret("", 18);
  codes(call).put(code, { portalId, redirectUri, scopes, expiresMs: Date.now() + CODE_LIFETIME_MS });
  const target = new URL(redirectUri);
  target.searchParams.set("code", code);
  const state = call.query.get("state");
  if (state !== null) target.searchParams.set("state", state);
  return { status: 302, headers: { Location: target.href } };
}

function fromCode(call: Call, form: Json) {
  const name = String(form.code ?? "");
  const code = codes(call).get(name);
  if (!code || code.expiresMs < Date.now()) throw bad("BAD_AUTH_CODE", "missing or unknown auth code");
  if (form.redirect_uri !== code.redirectUri) throw bad("MISMATCH_REDIRECT_URI_AUTH_CODE", "redirect_uri differs");
  codes(call).delete(name);
  const refresh = secret("na1-", 27);
  installs(call).put(refresh, { portalId: code.portalId, scopes: code.scopes });
  return grant(call, refresh);
}

function fromRefresh(call: Call, form: Json) {
  const refresh = String(form.refresh_token ?? "");
  if (!installs(call).get(refresh)) throw bad("BAD_REFRESH_TOKEN", "missing or invalid refresh token");
  return grant(call, refresh);
}

function grant(call: Call, refresh: string) {
  const install = installs(call).get(refresh)!;
  // HubSpot says to expect up to 512 characters.
  const accessToken = secret("", 210);
  const expiresMs = Date.now() + LIFETIME_SECONDS * 1000;
  call.estate.putToken(accessToken, {
    portalId: install.portalId,
    appId: call.app.appId,
    isOAuth: true,
    scopes: install.scopes,
    expiresMs,
  });
  installs(call).put(refresh, { ...install, accessToken });
  return {
    token_type: "bearer",
    access_token: accessToken,
    refresh_token: refresh,
    expires_in: LIFETIME_SECONDS,
    hub_id: install.portalId,
    user_id: 1,
    scopes: install.scopes,
  };
}

function introspect(call: Call, token: string) {
  const install = installs(call).get(token);
  const access = call.estate.token(token);
  const isLive = access !== undefined && (access.expiresMs ?? Infinity) > Date.now();
  if (!install && !isLive) return { active: false };
  return {
    active: true,
    token_use: install ? "refresh_token" : "access_token",
    hub_id: install?.portalId ?? access!.portalId,
    client_id: call.app.clientId,
    app_id: call.app.appId,
    user_id: 1,
    scopes: install?.scopes ?? [],
  };
}
