export type Tier = "free" | "starter" | "professional" | "enterprise";

/** A rule that an administrator set for people; since 2026-09 it holds for API writes too. */
export interface WriteRule {
  objectType: string;
  when: { property: string; value: string };
  requires: string;
}

/** One portal as `/_sandbox/portal` shows and takes it. */
export interface PortalSettings {
  portalId: number;
  tier: Tier;
  timeZone: string;
  currency: string;
  limits: { perTenSeconds: number; perDay: number; searchesPerSecond: number };
  /** How long a write stays out of search answers, in milliseconds. */
  searchLagMs: number;
  writeRules: WriteRule[];
}

/** A private app's limits by tier: calls in 10 s and calls a day (HubSpot's usage guidelines). */
export function presetLimits(tier: Tier): PortalSettings["limits"] {
  const paid = tier === "professional" || tier === "enterprise";
  const perDay = tier === "enterprise" ? 1_000_000 : paid ? 650_000 : 250_000;
  return { perTenSeconds: paid ? 190 : 100, perDay, searchesPerSecond: 5 };
}

export const presetSettings = (portalId: number, tier: Tier): PortalSettings => ({
  portalId,
  tier,
  timeZone: "Asia/Riyadh",
  currency: "SAR",
  limits: presetLimits(tier),
  searchLagMs: 0,
  writeRules: [],
});
