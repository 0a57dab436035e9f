import type { Ledger } from "../ledger/ledger.ts";
import { furnishPortal, openPortal, type Portal } from "./portal.ts";
import type { PortalSettings } from "./settings.ts";

/** What a bearer token stands for. */
export interface Token {
  portalId: number;
  appId: number;
  isOAuth: boolean;
  /** What the app was granted; everything when absent. */
  scopes?: readonly string[];
  /** The machine's clock; absent for the token of a private app, which lives until it is rotated. */
  expiresMs?: number;
}

/** All portals of the sandbox and the tokens that open them. */
export interface Estate {
  /** Where things are kept that belong to no single portal. */
  readonly ledger: Ledger;
  /** The portal that control routes mean when they name none. */
  first(): Portal;
  get(portalId: number): Portal | undefined;
  all(): Portal[];
  /** Makes a portal and a private app's token for it. */
  found(settings: PortalSettings, token: string, app: { appId: number; scopes?: readonly string[] }): Portal;
  change(settings: PortalSettings): void;
  token(token: string): Token | undefined;
  putToken(token: string, value: Token): void;
  removeToken(token: string): void;
}

export function openEstate(ledger: Ledger, now: () => Date): Estate {
  const settings = ledger.collection<PortalSettings>("portals");
  const tokens = ledger.collection<Token>("tokens");
  const portals = new Map<number, Portal>();

  const open = (portalId: number): Portal => {
    const found = portals.get(portalId);
    if (found) return found;
    const portal = openPortal(ledger, portalId, () => settings.get(String(portalId))!, now);
    portals.set(portalId, portal);
    return portal;
  };

  const all = () => [...settings.values()].map(({ portalId }) => open(portalId));
  return {
    ledger,
    first: () => open([...settings.values()][0]!.portalId),
    get: (portalId) => (settings.get(String(portalId)) ? open(portalId) : undefined),
    all,
    found(of, token, { appId, scopes }) {
      return ledger.transact(() => {
        settings.put(String(of.portalId), of);
        tokens.put(token, { portalId: of.portalId, appId, isOAuth: false, ...(scopes ? { scopes } : {}) });
        const portal = open(of.portalId);
        furnishPortal(portal);
        return portal;
      });
    },
    change: (next) => ledger.transact(() => settings.put(String(next.portalId), next)),
    token: (token) => tokens.get(token),
    putToken: (token, value) => tokens.put(token, value),
    removeToken: (token) => tokens.delete(token),
  };
}
