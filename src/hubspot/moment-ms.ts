/** A moment as HubSpot writes it: ISO 8601, or milliseconds since 1970. */
export function momentMs(text: string | null | undefined): number | null {
  if (!text) return null;
  const ms = /^-?\d+$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
}
