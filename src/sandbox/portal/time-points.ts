import { asObject } from "../wire/read-json.ts";
import { invalid } from "../wire/refusal.ts";
import type { Portal } from "./portal.ts";

const unitMs: Record<string, number> = {
  milliseconds: 1,
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 604_800_000,
};

/** The moment that a list filter means: a fixed day, or now or today with an offset (spec: PublicDatePoint, PublicIndexedTimePoint). */
export function timePointMs(portal: Portal, raw: unknown): number {
  const point = asObject(raw, "timePoint");
  if (point.timeType === "DATE") {
    const part = (name: string, preset = 0) => Number(point[name] ?? preset);
    return Date.UTC(part("year"), part("month", 1) - 1, part("day", 1), part("hour"), part("minute"), part("second"));
  }
  if (point.timeType !== "INDEXED")
    throw invalid(`The sandbox does not evaluate time points of type ${String(point.timeType)}`);
  const reference = asObject(point.indexReference, "indexReference").referenceType;
  if (reference !== "NOW" && reference !== "TODAY") {
    throw invalid(`The sandbox does not evaluate time points relative to ${String(reference)}`);
  }
  const now = portal.now().getTime();
  const base = reference === "NOW" ? now : Math.floor(now / unitMs.days!) * unitMs.days!;
  const offset = Object.entries(asObject(point.offset ?? {}, "offset"));
  return offset.reduce((sum, [unit, count]) => sum + (unitMs[unit] ?? 0) * Number(count), base);
}
