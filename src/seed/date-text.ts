/** Whether `03/04/2026` is in March or in April, for one column; undefined when its values do not tell. */
export type DayPlace = "first" | "second" | undefined;

interface Parts {
  year: number;
  month: number;
  day: number;
  time?: { hour: number; minute: number; second: number };
  /** Minutes ahead of UTC, when the text says it. */
  offsetMinutes?: number;
}

const yearFirst =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?)?$/;

/** Finds out from all values of a column whether days stand first: one value with a part over 12 tells. */
export function dayPlaceOf(texts: readonly string[]): DayPlace {
  const parts = texts.map((text) => yearLast.exec(latin(text))).filter((match) => match !== null);
  const firstIsDay = parts.some((match) => Number(match[1]) > 12);
  const secondIsDay = parts.some((match) => Number(match[2]) > 12);
  if (firstIsDay === secondIsDay) return undefined;
  return firstIsDay ? "first" : "second";
}

/** A date as `YYYY-MM-DD`; a time of day beside it is dropped. Undefined when it is no date. */
export function readDate(text: string, dayPlace: DayPlace): string | undefined {
  const parts = readParts(text, dayPlace);
  return parts && `${pad(parts.year, 4)}-${pad(parts.month)}-${pad(parts.day)}`;
}

/**
 * A moment as ISO UTC. HubSpot's export writes `2026-03-14 10:22` on the account's clock (`timeZone`); a date alone
 * means its first minute there. Undefined when it is no moment.
 */
export function readMoment(text: string, dayPlace: DayPlace, timeZone: string): string | undefined {
  if (/^\d{13}$/.test(text.trim())) return new Date(Number(text)).toISOString();
  const parts = readParts(text, dayPlace);
  if (parts === undefined) return undefined;
  const { hour = 0, minute = 0, second = 0 } = parts.time ?? {};
  const asUtcMs = Date.UTC(parts.year, parts.month - 1, parts.day, hour, minute, second);
  const offset = parts.offsetMinutes ?? zoneOffsetMinutes(asUtcMs, timeZone);
  return new Date(asUtcMs - offset * 60_000).toISOString();
}

/** Whether the text says a time of day. */
export function hasTime(text: string): boolean {
  return /\d:\d{2}/.test(latin(text));
}

function readParts(text: string, dayPlace: DayPlace): Parts | undefined {
  const plain = latin(text);
  const iso = yearFirst.exec(plain);
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    return checked({ year, month, day, hour, minute, second }, zone);
  }
  const local = yearLast.exec(plain);
  if (!local || (dayPlace === undefined && local[1] !== local[2])) return undefined;
  const [, one, two, year, hour, minute, second, half] = local;
  const [day, month] = dayPlace === "first" ? [one, two] : [two, one];
  const hour24 =
    half === undefined || hour === undefined ? hour : String((Number(hour) % 12) + (/p/i.test(half) ? 12 : 0));
  return checked({ year, month, day, hour: hour24, minute, second });
}

function checked(text: Record<string, string | undefined>, zone?: string): Parts | undefined {
  const [year, month, day] = [Number(text["year"]), Number(text["month"]), Number(text["day"])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const parts: Parts = { year, month, day };
  if (text["hour"] !== undefined) {
    const time = { hour: Number(text["hour"]), minute: Number(text["minute"]), second: Number(text["second"] ?? 0) };
    if (time.hour > 23 || time.minute > 59 || time.second > 59) return undefined;
    parts.time = time;
  }
  if (zone !== undefined) {
    const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
    parts.offsetMinutes = sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  }
  return parts;
}

/** How far the zone's clock is ahead of UTC when it shows this wall time. */
function zoneOffsetMinutes(wallMs: number, timeZone: string): number {
  const first = offsetAt(wallMs, timeZone);
  return offsetAt(wallMs - first * 60_000, timeZone);
}

function offsetAt(utcMs: number, timeZone: string): number {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    clocks.set(timeZone, clock);
  }
  const name = clock.formatToParts(utcMs).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

/** Making one costs a hundred times what using it does. */
const clocks = new Map<string, Intl.DateTimeFormat>();

const latin = (text: string): string =>
  text
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u200e\u200f]/g, "");
const pad = (number: number, length = 2): string => String(number).padStart(length, "0");
