import type { PortalSettings } from "../portal/settings.ts";
import { Refusal } from "./refusal.ts";

const TEN_SECONDS_MS = 10_000;
const SECOND_MS = 1000;
/** HubSpot's burst limit of an app that was installed by OAuth, for each account. */
const OAUTH_PER_TEN_SECONDS = 110;

export interface Caller {
  portal: PortalSettings;
  appId: number;
  isOAuth: boolean;
  isSearch: boolean;
}

/**
 * HubSpot's limits: rolling ten seconds for each app and account, a rolling second of searches and a day for each account.
 * They run on the machine's own clock whatever the portal's clock says, so that pacing can be tried. Refused calls do not count.
 */
export function openRateLimits(nowMs: () => number = () => performance.now(), today = () => new Date().toDateString()) {
  const bursts = new Map<string, number[]>();
  const searches = new Map<number, number[]>();
  const days = new Map<number, { day: string; used: number }>();

  return {
    /** Counts the call and answers its headers; throws HubSpot's 429 when it is one too many. */
    admit({ portal, appId, isOAuth, isSearch }: Caller): Record<string, string> {
      const now = nowMs();
      const max = isOAuth ? Math.min(OAUTH_PER_TEN_SECONDS, portal.limits.perTenSeconds) : portal.limits.perTenSeconds;
      const burst = recent(bursts, `${portal.portalId}/${appId}`, now - TEN_SECONDS_MS);
      const second = recent(searches, portal.portalId, now - SECOND_MS);
      const day = ofToday(days, portal.portalId, today());
      const headers = (remaining: number) =>
        isSearch ? {} : rateHeaders(max, remaining, isOAuth ? undefined : [portal.limits.perDay, day.used]);
      if (day.used >= portal.limits.perDay) throw tooMany("DAILY", "You have reached your daily limit.", headers(0));
      if (burst.length >= max) {
        throw tooMany("TEN_SECONDLY_ROLLING", "You have reached your ten_secondly_rolling limit.", headers(0));
      }
      if (isSearch && second.length >= portal.limits.searchesPerSecond) {
        throw tooMany("SECONDLY", "You have reached your secondly limit.", {});
      }
      burst.push(now);
      if (isSearch) second.push(now);
      day.used += 1;
      return headers(max - burst.length);
    },
    clear() {
      bursts.clear();
      searches.clear();
      days.clear();
    },
  };
}

/** HubSpot's 429; also what an injected fault answers. */
export function tooMany(policyName: string, message: string, headers: Record<string, string>): Refusal {
  return new Refusal(429, message, { extra: { errorType: "RATE_LIMIT", policyName }, headers });
}

function rateHeaders(max: number, remaining: number, day: [limit: number, used: number] | undefined) {
  return {
    "X-HubSpot-RateLimit-Max": String(max),
    "X-HubSpot-RateLimit-Remaining": String(Math.max(0, remaining)),
    "X-HubSpot-RateLimit-Interval-Milliseconds": String(TEN_SECONDS_MS),
    ...(day && {
      "X-HubSpot-RateLimit-Daily": String(day[0]),
      "X-HubSpot-RateLimit-Daily-Remaining": String(Math.max(0, day[0] - day[1])),
    }),
  };
}

function recent<K>(windows: Map<K, number[]>, key: K, since: number): number[] {
  const times = windows.get(key) ?? [];
  let old = 0;
  while (old < times.length && times[old]! <= since) old += 1;
  if (old > 0) times.splice(0, old);
  windows.set(key, times);
  return times;
}

function ofToday(days: Map<number, { day: string; used: number }>, portalId: number, day: string) {
  const known = days.get(portalId);
  if (known?.day === day) return known;
  const fresh = { day, used: 0 };
  days.set(portalId, fresh);
  return fresh;
}
