import { createHash } from "node:crypto";
import type { KpiWrite } from "./kpi-record.ts";

/** By period key, what stood for its KPIs when they were last written, the period looked at longest ago first. */
export type KpiMarks = ReadonlyMap<string, string>;

/** More periods than every pass computes, so that none that it needs is forgotten. */
const mostMarks = 12;

/** A short text that is another one as soon as any of these numbers is. */
export function markOf(writes: readonly KpiWrite[]): string {
  const hash = createHash("sha256");
  for (const { key, properties } of writes) hash.update(JSON.stringify([key, properties]));
  return hash.digest("base64url").slice(0, 10);
}

/** Marks as a company keeps them (`2026-11:Zk3…`, one for each period, spaces between); other text is no mark. */
export function readMarks(text: string | null): KpiMarks {
  return new Map(
    (text ?? "").split(" ").flatMap((one) => (one.includes(":") ? [one.split(":") as [string, string]] : [])),
  );
}

/** Null where nothing is marked. A mark that is null is taken away. */
export function changeMarks(before: KpiMarks, changes: ReadonlyMap<string, string | null>): string | null {
  const after = new Map(before);
  for (const [period, mark] of changes) {
    if (mark === null) after.delete(period);
    else after.set(period, mark);
  }
  const kept = [...after].slice(-mostMarks);
  return kept.length === 0 ? null : kept.map(([period, mark]) => `${period}:${mark}`).join(" ");
}
