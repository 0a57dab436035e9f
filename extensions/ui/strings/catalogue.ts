/** A text with a number in it: one form for each plural category of the language, `other` always. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
export type Entry = string | PluralForms;

type PlaceholdersOf<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | PlaceholdersOf<Rest> : never;
type TextsOf<E> = E extends string ? E : E extends PluralForms ? E[keyof E] : never;

/** The names in braces of an entry, all its plural forms together. */
export type Placeholders<E> = PlaceholdersOf<TextsOf<E>>;

/** Every language has the same keys: a text where English has a text, all its own plural forms where English has them. */
export type SameKeys<Catalogue, Category extends Intl.LDMLPluralRule> = {
  readonly [K in keyof Catalogue]: Catalogue[K] extends string ? string : Readonly<Record<Category, string>>;
};

/** Arabic counts in six forms (Unicode CLDR, plural rules of `ar`). */
export type InArabic<Catalogue> = SameKeys<Catalogue, "zero" | "one" | "two" | "few" | "many" | "other">;
