export { strengthDots, strengthOf, type Strength } from "./strength-text.ts";
