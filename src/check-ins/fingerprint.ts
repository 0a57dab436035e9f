import type { CheckIn } from "@keyline/domain";
import type { TaskKind } from "./writes.ts";

/** Sixteen hexadecimal digits that stand for a list of facts. */
export function fingerprint(facts: readonly unknown[]): string {
  const text = JSON.stringify(facts);
  return hash(text, 0x811c9dc5) + hash(text, 0x01000193);
}

/** Both tasks of a check-in share the property `reminder_fingerprint`: `reminder/escalation`. */
export function fingerprintOf({ reminder_fingerprint }: Pick<CheckIn, "reminder_fingerprint">, kind: TaskKind): string {
  return (reminder_fingerprint ?? "").split("/")[kind === "reminder" ? 0 : 1] ?? "";
}

export function withFingerprint(checkIn: Pick<CheckIn, "reminder_fingerprint">, kind: TaskKind, print: string): string {
  const reminder = kind === "reminder" ? print : fingerprintOf(checkIn, "reminder");
  const escalation = kind === "escalation" ? print : fingerprintOf(checkIn, "escalation");
  return escalation ? `${reminder}/${escalation}` : reminder;
}

/** FNV-1a, 32 bits (draft-eastlake-fnv): quick, and a clash only means that one change is not noticed. */
function hash(text: string, start: number): string {
  let value = start;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, "0");
}
