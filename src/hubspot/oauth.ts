import { Client } from "@hubspot/api-client";
import { Problem } from "@keyline/domain";
import { problemFrom, wordsFor, type HubSpotError } from "./refusal.ts";
import type { InstallTokens, TokenVault } from "./token-vault.ts";
import type { Token } from "./request.ts";
import { apiVersion, hubSpotApi } from "./version.ts";

export interface OAuthApp {
  clientId: string;
  clientSecret: string;
  redirectUrl: string;
  scopes: readonly string[];
  optionalScopes?: readonly string[];
  /** Default: HubSpot's public API. */
  baseUrl?: string;
}

/** Installs, keeps and ends the app's access to portals. */
export interface OAuth {
  /** Where an administrator grants access. `state` comes back with the code: unguessable, and used once. */
  authoriseUrl(state: string): string;
  /** Exchanges the code of a grant and keeps the tokens. */
  install(code: string): Promise<{ portalId: string }>;
  /** An access token that is good for a minute at least; refreshed once however many ask at the same time. */
  tokenFor(portalId: string): Token;
  /** Takes the app out of the portal and forgets the tokens, whether or not HubSpot still knows them. */
  uninstall(portalId: string): Promise<void>;
}

const authorisePage = "https://app.hubspot.com/oauth/authorize";
const earlyMs = 60_000;

/** Docs: OAuth tokens. The 2026-09 spec describes no success. */
interface TokenAnswer {
  access_token: string;
  refresh_token: string;
  expires_in: number;
  hub_id?: number;
  scopes?: string[];
}

export function openOAuth(app: OAuthApp, vault: TokenVault, now: () => number = Date.now): OAuth {
  const client = new Client({ basePath: app.baseUrl ?? hubSpotApi });
  const refreshing = new Map<string, Promise<InstallTokens>>();

  async function post<T>(path: string, form: Record<string, string>): Promise<T> {
    const body = new URLSearchParams({ client_id: app.clientId, client_secret: app.clientSecret, ...form }).toString();
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const sent = client.apiRequest({ method: "POST", path, body, headers, defaultJson: false });
    const answer = await sent.catch((cause: unknown) => {
      const words = wordsFor("unavailable", "");
      throw new Problem("unavailable", "HubSpot did not answer.", { cause, ...(words && { words }) });
    });
    const said: unknown = await answer.json().catch(() => ({}));
    // HubSpot's own answers; their shapes are in the spec and the docs.
    if (answer.ok) return said as T;
    const refusal = said as HubSpotError & { status?: string; error?: string };
    const isGone = [refusal.status, refusal.error, refusal.category].includes("BAD_REFRESH_TOKEN");
    throw problemFrom(isGone ? 401 : answer.status, refusal);
  }

  async function keep(answer: TokenAnswer, portalId: string, before?: InstallTokens): Promise<InstallTokens> {
    const tokens: InstallTokens = {
      portalId,
      accessToken: answer.access_token,
      // HubSpot may hand out a new one; the newest counts.
      refreshToken: answer.refresh_token || (before?.refreshToken ?? ""),
      expiresAt: now() + answer.expires_in * 1_000,
      scopes: answer.scopes ?? before?.scopes ?? [],
    };
    await vault.put(tokens);
    return tokens;
  }

  async function refresh(portalId: string, refused: string | undefined): Promise<InstallTokens> {
    const tokens = await stored(portalId);
    // Another worker may have refreshed in the meantime.
    if (isGood(tokens) && tokens.accessToken !== refused) return tokens;
    try {
      const form = { grant_type: "refresh_token", refresh_token: tokens.refreshToken };
      return await keep(await post<TokenAnswer>(`/oauth/${apiVersion}/token`, form), portalId, tokens);
    } catch (problem) {
      const newer = await vault.get(portalId);
      if (newer && newer.refreshToken !== tokens.refreshToken) return newer;
      // HubSpot tells of no uninstallation: that it no longer takes the refresh token is the sign.
      if (problem instanceof Problem && problem.code === "not-installed") await vault.forget(portalId);
      throw problem;
    }
  }

  async function stored(portalId: string): Promise<InstallTokens> {
    const tokens = await vault.get(portalId);
    if (tokens) return tokens;
    const words = wordsFor("not-installed", "");
    throw new Problem("not-installed", `Keyline is not installed in portal ${portalId}.`, { ...(words && { words }) });
  }

  const isGood = (tokens: InstallTokens) => tokens.expiresAt - earlyMs > now();

  function refreshOnce(portalId: string, refused: string | undefined): Promise<InstallTokens> {
    const running = refreshing.get(portalId) ?? refresh(portalId, refused).finally(() => refreshing.delete(portalId));
    refreshing.set(portalId, running);
    return running;
  }

  return {
    authoriseUrl(state) {
      const query = new URLSearchParams({
        client_id: app.clientId,
        redirect_uri: app.redirectUrl,
        scope: app.scopes.join(" "),
        ...(app.optionalScopes?.length && { optional_scope: app.optionalScopes.join(" ") }),
        state,
      });
      return `${authorisePage}?${query}`;
    },
    async install(code) {
      const form = { grant_type: "authorization_code", code, redirect_uri: app.redirectUrl };
      const answer = await post<TokenAnswer>(`/oauth/${apiVersion}/token`, form);
      const portalId = String(answer.hub_id ?? (await portalOf(answer.access_token)));
      await keep(answer, portalId);
      return { portalId };
    },
    tokenFor: (portalId) => {
      let last: InstallTokens | null = null;
      return async (refused) => {
        if (!last || !isGood(last) || last.accessToken === refused) last = await refreshOnce(portalId, refused);
        return last.accessToken;
      };
    },
    async uninstall(portalId) {
      const tokens = await vault.get(portalId);
      await vault.forget(portalId);
      if (!tokens) return;
      await endAccess(tokens);
    },
  };

  async function portalOf(token: string): Promise<number> {
    return (await post<{ hub_id: number }>(`/oauth/${apiVersion}/token/introspect`, { token })).hub_id;
  }

  async function endAccess(tokens: InstallTokens): Promise<void> {
    const headers = { Authorization: `Bearer ${tokens.accessToken}` };
    const path = `/appinstalls/${apiVersion}/external-install`;
    const answer = await client.apiRequest({ method: "DELETE", path, headers }).catch(() => null);
    if (answer?.ok) return;
    // Revoking ends our access even where the app cannot take itself out; a token that is gone already is what we want.
    await post(`/oauth/${apiVersion}/token/revoke`, { token: tokens.refreshToken }).catch((problem: unknown) => {
      if (!(problem instanceof Problem) || problem.code === "unavailable") throw problem;
    });
  }
}
