import type { Language } from "@keyline/domain";

export type Strength = 1 | 2 | 3 | 4 | 5;

/** What somebody judged, as one of the five steps; null while nobody did. */
export function strengthOf(value: number | null): Strength | null {
  return ([1, 2, 3, 4, 5] as const).find((step) => step === value) ?? null;
}

/** Five dots, as many of them full. They fill from where the reader begins: dots have no direction of their own. */
export function strengthDots(strength: Strength, language: Language): string {
  const dots = "●".repeat(strength) + "○".repeat(5 - strength);
  return language === "ar" ? `\u2067${dots}\u2069` : `\u2066${dots}\u2069`;
}
