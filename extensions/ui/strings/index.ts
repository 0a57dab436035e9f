export { ar } from "./ar/index.ts";
export type { Entry, PluralForms } from "./catalogue.ts";
export { en } from "./en/index.ts";
export { apart, speak, type Key, type PlainKey, type Say } from "./say.ts";
