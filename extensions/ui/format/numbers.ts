export interface NumberFormat {
  number(value: number): string;
  /** `value` in percent: 69 is "69%". */
  percent(value: number): string;
  /** With its sign, a true minus: "−12". */
  points(value: number): string;
  /** "SAR 1.24m". `amountMinor` in whole minor units of the currency. */
  money(amountMinor: number, currency: string): string;
  /** Without the currency, for the second of two amounts: "1.8m". */
  amount(amountMinor: number, currency: string): string;
}

export function numberFormat(locale: string): NumberFormat {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const points = new Intl.NumberFormat(locale, { signDisplay: "exceptZero", maximumFractionDigits: 0 });
  const compact = { notation: "compact", maximumSignificantDigits: 3 } as const;
  const amount = new Intl.NumberFormat(locale, compact);
  // "SAR 1.24m" for a reader of English; Arabic has a word of its own for the riyal, the dirham and the pound.
  const currencyDisplay = locale.startsWith("ar") ? "symbol" : "code";
  return {
    number: (value) => plain.format(value),
    percent: (value) => percent.format(value / 100),
    points: (value) => points.format(value).replace("-", "−"),
    money: (amountMinor, currency) =>
      new Intl.NumberFormat(locale, { ...compact, style: "currency", currency, currencyDisplay }).format(
        majorUnits(amountMinor, currency),
      ),
    amount: (amountMinor, currency) => amount.format(majorUnits(amountMinor, currency)),
  };
}

/** 12,345 minor units are 123.45 riyals, 12.345 Kuwaiti dinars, 12,345 yen. */
export function majorUnits(amountMinor: number, currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  return amountMinor / 10 ** (maximumFractionDigits ?? 2);
}
