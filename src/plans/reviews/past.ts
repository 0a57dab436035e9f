import type { RecordHistory } from "../../hubspot/index.ts";

/** A property that has another value than it had at a moment. Empty text is no value. */
export interface Step {
  readonly from: string;
  readonly to: string;
}

/**
 * How a property differs from what it was at a moment; null when it does not. A record that was made later began with its
 * first value, which is no change: imports and forms write those.
 */
export function stepSince(past: RecordHistory | undefined, property: string, sinceMs: number): Step | null {
  const values = past?.values[property] ?? [];
  const [latest] = values;
  if (!past || !latest) return null;
  const before = values.find(({ at }) => Date.parse(at) <= sinceMs)?.value;
  const from = before ?? (Date.parse(past.createdAt) > sinceMs ? (values.at(-1)?.value ?? "") : "");
  return from === latest.value ? null : { from, to: latest.value };
}
