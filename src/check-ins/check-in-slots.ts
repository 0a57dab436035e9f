import { checkInKey } from "@keyline/domain";

/**
 * Which check-ins of a company the planner must read: the company property `am_check_in_slots`. With it a pass reads
 * check-ins by their keys, which HubSpot answers for certain, and not by a search, which lags behind writes.
 *
 * Text such as `last=2026-11-01 open=2026-12-06,2026-12-13 ask=2026-11-01`. A slot stands for the key `company:slot`; a
 * check-in that came with a merged company stands with its whole key.
 */
export interface CheckInSlots {
  /** The latest slot of the series that is over: the next one comes after it. */
  last: string | null;
  /** Keys of the check-ins that wait: planned and overdue. */
  open: string[];
  /** Keys of held check-ins whose recommendations are not all carried out. */
  ask: string[];
}

/** Null when the property was never written: then only a search can tell. */
export function readSlots(companyId: string, text: string | null): CheckInSlots | null {
  if (!text) return null;
  const parts = new Map(text.split(" ").map((part) => part.split("=", 2) as [string, string]));
  const keys = (name: string) =>
    (parts.get(name) ?? "")
      .split(",")
      .filter(Boolean)
      .map((slot) => (slot.includes(":") ? slot : checkInKey(companyId, slot)));
  return { last: parts.get("last") ?? null, open: keys("open"), ask: keys("ask") };
}

export function writeSlots(companyId: string, slots: CheckInSlots): string {
  const short = (key: string) => (key.startsWith(`${companyId}:`) ? key.slice(companyId.length + 1) : key);
  const list = (name: string, keys: string[]) =>
    keys.length > 0 ? `${name}=${[...keys].sort().map(short).join(",")}` : "";
  const parts = [slots.last ? `last=${slots.last}` : "", list("open", slots.open), list("ask", slots.ask)];
  return parts.filter(Boolean).join(" ") || "none";
}
