export type { Warning } from "./diff.ts";
export { provision, type ProvisionOptions, type ProvisionReport } from "./provision.ts";
