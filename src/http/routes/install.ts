import { randomBytes } from "node:crypto";
import { Problem } from "@keyline/domain";
import { z } from "zod";
import { isSameSecret } from "../../hubspot/index.ts";
import { callbackPath, type Installing } from "../../portals/index.ts";
import { setUpPortal } from "../../provision/index.ts";
import { defineRoute } from "../define-route.ts";
import { notePage } from "../note-page.ts";
import type { Parts } from "../parts.ts";

const stateCookie = "keyline_install";
const grantWithinMs = 15 * 60_000;

/** An administrator sets out to HubSpot's consent page, with a state that only this browser can bring back. */
export const install = defineRoute({
  method: "GET",
  path: "/oauth/install",
  signed: "open",
  async answer({ parts }) {
    const state = randomBytes(24).toString("base64url");
    await parts.queue.store.set(stateKey(state), "1", { ttlMs: grantWithinMs });
    const cookie = `${stateCookie}=${state}; Max-Age=${grantWithinMs / 1000}; Path=/oauth; HttpOnly; Secure; SameSite=Lax`;
    const headers = { Location: installingOf(parts).authoriseUrl(state), "Set-Cookie": cookie };
    return { status: 302, headers };
  },
});

/** HubSpot sends the administrator back: the code becomes tokens, the portal is set up by a job. */
export const installed = defineRoute({
  method: "GET",
  path: callbackPath,
  signed: "open",
  query: z.looseObject({ code: z.string().optional(), state: z.string().default(""), error: z.string().optional() }),
  async answer({ query: { code, state }, cookie, parts }) {
    const installing = installingOf(parts);
    const isTheirs =
      state !== "" &&
      isSameSecret(cookie(stateCookie) ?? "", state) &&
      (await parts.queue.store.delete(stateKey(state)));
    if (!isTheirs) return { status: 400, content: notePage("start-again") };
    if (!code) return { status: 400, content: notePage("not-granted") };
    const { portalId } = await installing.install(code);
    await parts.queue.add(setUpPortal, { portalId }, { id: portalId });
    parts.log.info({ portalId }, "Installed in a portal");
    return { content: notePage("installed") };
  },
});

function installingOf({ portals }: Parts): Installing {
  if (portals.installing) return portals.installing;
  throw new Problem("not-found", "This backend serves one private app; portals do not install it by OAuth.");
}

function stateKey(state: string): string {
  return `oauth-state:${state}`;
}
