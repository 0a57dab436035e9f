import { minorDigits } from "./currencies.ts";

const decimal = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/**
 * An amount as HubSpot writes it (`"1250.5"`, `"1.2E7"`) in whole minor units of a currency, rounded half away from zero.
 * Digit by digit, never through a float: 1.005 is 101 cents. Undefined when it is no amount, or too large to count exactly.
 */
export function toMinor(text: string, currency: string): number | undefined {
  const match = decimal.exec(text.trim());
  if (!match || !/\d/.test(`${match[2]}${match[3] ?? ""}`)) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const scale = fraction.length - Number(exponent) - minorDigits(currency);
  const minor = Number(rounded(BigInt(whole + fraction), scale));
  if (!Number.isSafeInteger(minor)) return undefined;
  return sign === "-" && minor !== 0 ? -minor : minor;
}

/** Whole minor units as decimal text: 125050 is `1250.50` in SAR, `125050` in JPY, `125.050` in KWD. */
export function fromMinor(minor: number, currency: string): string {
  const count = minorDigits(currency);
  const figures = String(Math.abs(minor)).padStart(count + 1, "0");
  const sign = minor < 0 ? "-" : "";
  if (count === 0) return sign + figures;
  return `${sign}${figures.slice(0, -count)}.${figures.slice(-count)}`;
}

/** Whole minor units as a number in major units, for fields that reports show; not for sums. */
export function majorOf(minor: number, currency: string): number {
  return Number(fromMinor(minor, currency));
}

/** A number in major units, as a form or a setting gives it, in whole minor units. */
export function minorOf(major: number, currency: string): number {
  return toMinor(String(major), currency) ?? 0;
}

/**
 * `actual` in percent of `target`, to one digit after the point, rounded half away from zero; exactly where both are whole.
 * Null when there is no target to reach.
 */
export function percentOf(actual: number, target: number): number | null {
  if (target === 0) return null;
  const thousandths =
    Number.isSafeInteger(actual) && Number.isSafeInteger(target)
      ? Number(halfAwayFromZero(BigInt(actual) * 1_000n, BigInt(target)))
      : Math.sign(actual / target) * Math.round(Math.abs((actual / target) * 1_000));
  return thousandths === 0 ? 0 : thousandths / 10;
}

function halfAwayFromZero(dividend: bigint, divisor: bigint): bigint {
  const isNegative = dividend < 0n !== divisor < 0n;
  const [over, under] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const size = (over * 2n + under) / (under * 2n);
  return isNegative ? -size : size;
}

/** Divides by ten to the power of `scale`. */
function rounded(figures: bigint, scale: number): bigint {
  if (scale <= 0) return figures * 10n ** BigInt(-scale);
  const divisor = 10n ** BigInt(scale);
  return (figures * 2n + divisor) / (divisor * 2n);
}
