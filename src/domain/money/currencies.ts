/** Digits after the point, by ISO 4217; every currency not named here has two. */
const digits: Readonly<Record<string, number>> = {
  ...sameFor(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
  ...sameFor(3, "BHD IQD JOD KWD LYD OMR TND"),
  ...sameFor(4, "CLF UYW"),
};

/** How many digits the minor unit of a currency takes: JPY 0, SAR 2, KWD 3. */
export function minorDigits(currency: string): number {
  return digits[currency.toUpperCase()] ?? 2;
}

function sameFor(count: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(" ").map((code) => [code, count]));
}
