export { openConformance, type Conformance, type Traffic } from "./conformance.ts";
