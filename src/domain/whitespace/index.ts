export { openings, peersOf, whitespace, type Purchases, type WhitespaceRow } from "./whitespace.ts";
export { needOfProduct } from "./need-of-product.ts";
