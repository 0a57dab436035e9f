export type { Warning } from "./diff.ts";
export { setUpPortal, settingUpPortals } from "./jobs.ts";
export { declaredLists } from "./lists/index.ts";
export { provision, type ProvisionOptions, type ProvisionReport } from "./provision.ts";
