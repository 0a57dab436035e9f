export { compareFiles, generateFiles } from "./generate.ts";
export { hsMetaFiles, type HsMeta } from "./hsmeta.ts";
export { readManifest } from "./read-manifest.ts";
export type { Manifest } from "./schema.ts";
export { crmSubscriptions, type Subscription } from "./webhooks.ts";
