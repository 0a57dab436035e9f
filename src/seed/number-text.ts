import type { Separator } from "./read-table.ts";

export type DecimalMark = "." | ",";

const shape = /^[+-]?\d[\d.,'\s]*$|^[+-]?[.,]\d+$/;
const currency =
  /^(?:[A-Z]{3}|ر\.?س\.?|د\.?إ\.?|ج\.?م\.?|[$€£﷼])\s*|\s*(?:[A-Z]{3}|ر\.?س\.?|د\.?إ\.?|ج\.?م\.?|[$€£﷼])$/gu;

/**
 * Which mark the numbers of one column use for decimals, from all its values: `1.234,5` and `0,75` say comma,
 * `1,234.5` and `0.75` say point. `1,234` alone says nothing; then a file separated by semicolons means comma
 * (a spreadsheet in such a country wrote it) and any other file means point, as HubSpot's export writes.
 */
export function decimalMarkOf(texts: readonly string[], separator: Separator): DecimalMark {
  for (const text of texts.map(bare)) {
    const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
    if (last < 0) continue;
    const mark: DecimalMark = text[last] === "." ? "." : ",";
    const others = text.slice(0, last);
    if (others.includes(mark)) return other(mark);
    if (others.includes(other(mark))) return mark;
    if (text.length - last !== 4 || /^[+-]?0?$/.test(others)) return mark;
  }
  return separator === ";" ? "," : ".";
}

/**
 * A number as people write it, as HubSpot stores it: thousands marks, currency signs, Arabic digits and a percent sign
 * go (`12.5%` is 12.5); brackets mean negative. Undefined when it is no number.
 */
export function readNumber(text: string, decimal: DecimalMark): string | undefined {
  const inner = /^\((.+)\)$/.exec(text.trim())?.[1];
  const plain = bare(inner ?? text);
  if (!shape.test(plain)) return undefined;
  const thousands = decimal === "." ? /[,'\s]/ : /[.'\s]/;
  const [whole = "", fraction, ...more] = plain.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return undefined;
  const groups = whole.replace(/^[+-]/, "").split(thousands);
  const isGrouped = groups.length > 1;
  if (isGrouped && (groups.slice(1).some((group) => !/^\d{3}$/.test(group)) || !/^\d{1,3}$/.test(groups[0]!))) {
    return undefined;
  }
  const digits = groups.join("");
  if (!/^\d*$/.test(digits)) return undefined;
  const isNegative = whole.startsWith("-") !== (inner !== undefined);
  return `${isNegative ? "-" : ""}${digits.replace(/^0+(?=\d)/, "") || "0"}${fraction ? `.${fraction}` : ""}`;
}

/** Digits and marks of any script in Latin ones, without currency and percent signs. */
function bare(text: string): string {
  return text
    .trim()
    .replace(/[\u200e\u200f\u061c]/g, "")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/٫/g, ".")
    .replace(/٬/g, ",")
    .replace(/[%٪]$/, "")
    .replace(/[−–]/g, "-")
    .replace(currency, "")
    .replace(/[\u00a0\u202f\u2009]/g, " ")
    .trim();
}

const other = (mark: DecimalMark): DecimalMark => (mark === "." ? "," : ".");
