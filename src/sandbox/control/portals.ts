import { presetSettings, presetLimits, type PortalSettings, type Tier, type WriteRule } from "../portal/settings.ts";
import { created, ok } from "../services/service.ts";
import { asList, asObject, asText, asWhole, required, type Json } from "../wire/read-json.ts";
import { conflict, invalid } from "../wire/refusal.ts";
import { portalOf, type ControlRoutes } from "./control-route.ts";

const tiers: readonly string[] = ["free", "starter", "professional", "enterprise"];

export const portalsRoutes: ControlRoutes = {
  "GET /_sandbox/portal": (state, request) => ok(portalOf(state, request).settings),
  "PUT /_sandbox/portal": (state, request) => {
    const { settings } = portalOf(state, request);
    const next = merged(settings, asObject(request.body));
    state.estate.change(next);
    return ok(next);
  },
  "GET /_sandbox/portals": (state) => ok({ results: state.estate.all().map(({ settings }) => settings) }),
  "POST /_sandbox/portals": (state, { body }) => {
    const given = asObject(body ?? {});
    const highest = Math.max(...state.estate.all().map(({ id }) => id));
    const portalId = given.portalId === undefined ? highest + 1 : asWhole(given.portalId, "portalId");
    if (state.estate.get(portalId)) throw conflict(`portal ${portalId} exists already`);
    const token = given.token === undefined ? `sandbox-${portalId}` : asText(given.token, "token");
    if (state.estate.token(token)) throw conflict("this token opens another portal already");
    const tier = given.tier === undefined ? state.tier : readTier(given.tier);
    const { portalId: _id, token: _token, ...rest } = given;
    const settings = merged(presetSettings(portalId, tier), rest);
    state.estate.found(settings, token, state.app);
    return created({ ...settings, token });
  },
};

/** The settings with what was given; a new tier brings its own limits unless limits are given too. */
function merged(before: PortalSettings, given: Json): PortalSettings {
  const known = Object.keys(before);
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw invalid(`unknown settings: ${unknown.join(", ")}`);
  if (given.portalId !== undefined && given.portalId !== before.portalId) throw invalid("portalId cannot change");
  const tier = given.tier === undefined ? before.tier : readTier(given.tier);
  const limits = tier === before.tier ? before.limits : presetLimits(tier);
  return {
    portalId: before.portalId,
    tier,
    timeZone: given.timeZone === undefined ? before.timeZone : readTimeZone(given.timeZone),
    currency: given.currency === undefined ? before.currency : readCurrency(given.currency),
    limits: given.limits === undefined ? limits : readLimits(limits, asObject(given.limits, "limits")),
    searchLagMs: given.searchLagMs === undefined ? before.searchLagMs : positive(given.searchLagMs, "searchLagMs"),
    writeRules:
      given.writeRules === undefined ? before.writeRules : asList(given.writeRules, "writeRules").map(readRule),
  };
}

function readTier(raw: unknown): Tier {
  if (typeof raw === "string" && tiers.includes(raw)) return raw as Tier;
  throw invalid(`tier must be one of ${tiers.join(", ")}`);
}

function readTimeZone(raw: unknown): string {
  const timeZone = asText(raw, "timeZone");
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return timeZone;
  } catch {
    throw invalid(`unknown time zone: ${timeZone}`);
  }
}

function readCurrency(raw: unknown): string {
  const currency = asText(raw, "currency");
  if (/^[A-Z]{3}$/.test(currency)) return currency;
  throw invalid(`currency must be three capital letters, was ${currency}`);
}

function readLimits(before: PortalSettings["limits"], given: Json): PortalSettings["limits"] {
  const limit = (name: keyof PortalSettings["limits"]) =>
    given[name] === undefined ? before[name] : positive(given[name], name);
  return {
    perTenSeconds: limit("perTenSeconds"),
    perDay: limit("perDay"),
    searchesPerSecond: limit("searchesPerSecond"),
  };
}

function positive(raw: unknown, name: string): number {
  if (typeof raw === "number" && raw >= 0) return raw;
  throw invalid(`${name} must be a number from 0`);
}

function readRule(raw: unknown): WriteRule {
  const rule = asObject(raw, "write rule");
  const when = asObject(required(rule, "when"), "when");
  return {
    objectType: asText(required(rule, "objectType"), "objectType"),
    when: { property: asText(required(when, "property"), "property"), value: asText(required(when, "value"), "value") },
    requires: asText(required(rule, "requires"), "requires"),
  };
}
