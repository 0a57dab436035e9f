export { choice, choices } from "./choice.ts";
export { date, moment } from "./date.ts";
export type { AnyField, Field, FieldKind, FieldOptions } from "./field.ts";
export { flag } from "./flag.ts";
export { money, number } from "./number.ts";
export { owner, owners } from "./owner.ts";
export { longText, text } from "./text.ts";
