export type { Warning } from "./diff.ts";
export { readFramework, writeFramework } from "./framework.ts";
export { setUpPortal, settingUpPortals } from "./jobs.ts";
export { declaredLists } from "./lists/index.ts";
export { provision, type ProvisionOptions, type ProvisionReport } from "./provision.ts";
