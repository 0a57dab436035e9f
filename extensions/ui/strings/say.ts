import type { Language } from "@keyline/domain";
import type { Entry, Placeholders, PluralForms } from "./catalogue.ts";
import type { en } from "./en/index.ts";
import { frameTexts, type Texts } from "./texts.ts";

export type Catalogue = typeof en;
export type Key = keyof Catalogue;
type Values<K extends Key> = Record<Placeholders<Catalogue[K]>, string | number>;
/** Keys of texts that need nothing filled in. */
export type PlainKey = { [K in Key]: [Placeholders<Catalogue[K]>] extends [never] ? K : never }[Key];

/**
 * The text of a key. Entries with plural forms are chosen by `count`, which fills `{count}` in the user's digits; other
 * values are filled in as they are, each kept apart from the direction of the text around it.
 */
export type Say = <K extends Key>(
  key: K,
  ...values: [Placeholders<Catalogue[K]>] extends [never] ? [] : [Values<K>]
) => string;

/** Unicode isolates: what stands between keeps its own direction, and the text around keeps its own. */
const firstStrong = "\u2068";
const endOfIsolate = "\u2069";
/** Text that stands apart already, as one whole. */
const isolated = /^[\u2066-\u2068][^]*\u2069$/;

/**
 * Says the texts that a surface brings, and those of every frame.
 * @throws Error for a key of a part that the surface did not bring
 */
export function speak(language: Language, numbers: Intl.NumberFormat, texts: readonly Texts[]): Say {
  const catalogue: Readonly<Record<string, Entry>> = Object.assign(
    {},
    ...[frameTexts, ...texts].map((part) => part[language]),
  );
  const rules = new Intl.PluralRules(language);
  return (key, ...[values]) => {
    const given: Record<string, string | number> = values ?? {};
    const entry = catalogue[key];
    if (entry === undefined) throw new Error(`Give the HostProvider the part of the catalogue that has "${key}".`);
    const text = typeof entry === "string" ? entry : form(entry, rules, Number(given["count"]));
    return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = given[name];
      return typeof value === "number" ? numbers.format(value) : apart(value ?? "");
    });
  };
}

/** A name or other text of a person's own, kept from mixing with the direction of what stands beside it. */
export function apart(text: string): string {
  if (isolated.test(text)) return text;
  return `${firstStrong}${text}${endOfIsolate}`;
}

function form(forms: PluralForms, rules: Intl.PluralRules, count: number): string {
  return forms[rules.select(count)] ?? forms.other;
}
