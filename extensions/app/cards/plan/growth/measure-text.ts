import { minorOf, type Measure } from "@keyline/domain";
import type { Host } from "@keyline/ui";

/** "from 52%, now 61%, to reach 80%", as far as it is known; empty where only words say how it is measured. */
export function measureText({ words, unit, start, now, target }: Measure, currency: string, host: Host): string {
  const { say } = host;
  const told = (value: number) => valueText(value, unit, currency, host);
  if (target === null) return now === null ? (words ?? "") : say("measureNow", { now: told(now) });
  if (now === null) return say("measureNoData", { target: told(target) });
  if (start === null) return say("measureNoStart", { now: told(now), target: told(target) });
  return say("measureWhole", { start: told(start), now: told(now), target: told(target) });
}

/** A value in its unit; money comes in major units. */
export function valueText(value: number, unit: Measure["unit"], currency: string, { numbers }: Host): string {
  if (unit === "money") return numbers.money(minorOf(value, currency), currency);
  return unit === "percent" ? numbers.percent(value) : numbers.number(value);
}
