const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;
const DAY_MS = 86_400_000;

/** ISO as HubSpot's Java prints it: no fraction when the milliseconds are zero. */
export function isoText(ms: number): string {
  const iso = new Date(ms).toISOString();
  return ms % 1000 === 0 ? iso.replace(".000Z", "Z") : iso;
}

/** Milliseconds of a datetime as HubSpot takes it: epoch milliseconds or ISO 8601; undefined when it is neither. */
export function momentMs(text: string): number | undefined {
  if (/^-?\d{1,16}$/.test(text)) return Number(text);
  if (!ISO.test(text)) return undefined;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(text) || !text.includes("T") ? text : `${text}Z`;
  const ms = Date.parse(zoned);
  return Number.isNaN(ms) || !isRealDay(text.slice(0, 10)) ? undefined : ms;
}

/** `YYYY-MM-DD` of a date as HubSpot takes it: that, or midnight UTC in milliseconds or ISO. */
export function dateText(text: string): string | undefined {
  if (DATE.test(text)) return isRealDay(text) ? text : undefined;
  const ms = momentMs(text);
  if (ms === undefined || ms % DAY_MS !== 0) return undefined;
  return new Date(ms).toISOString().slice(0, 10);
}

function isRealDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}
