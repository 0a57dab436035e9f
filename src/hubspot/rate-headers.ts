/** The part of a fetch response's headers that is read here. */
export interface Headers {
  get(name: string): string | null;
}

/** What HubSpot says about its limits on each answer (developers.hubspot.com, usage guidelines); searches say nothing. */
export interface RateHeaders {
  max: number | undefined;
  remaining: number | undefined;
  windowMs: number | undefined;
  dailyMax: number | undefined;
  dailyRemaining: number | undefined;
  retryAfterMs: number | undefined;
}

export function rateHeaders(headers: Headers): RateHeaders {
  const prefix = "X-HubSpot-RateLimit-";
  const retryAfterS = positive(headers.get("Retry-After"));
  return {
    max: positive(headers.get(`${prefix}Max`)),
    remaining: positive(headers.get(`${prefix}Remaining`)),
    windowMs: positive(headers.get(`${prefix}Interval-Milliseconds`)),
    dailyMax: positive(headers.get(`${prefix}Daily`)),
    dailyRemaining: positive(headers.get(`${prefix}Daily-Remaining`)),
    retryAfterMs: retryAfterS === undefined ? undefined : retryAfterS * 1_000,
  };
}

function positive(text: string | null): number | undefined {
  const value = text === null || text === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
