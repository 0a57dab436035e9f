export { openings, peersOf, whitespace, type Purchases, type WhitespaceRow } from "./whitespace.ts";
