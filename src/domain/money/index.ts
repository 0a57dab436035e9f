export { minorDigits } from "./currencies.ts";
export { fromMinor, majorOf, minorOf, percentOf, toMinor } from "./money.ts";
