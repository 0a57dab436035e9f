export type { Call } from "./call.ts";
export { importFiles, type ImportResult } from "./import-files.ts";
export { loadDemo } from "./load-demo.ts";
export { loadDemoAccounts } from "./load-demo-accounts.ts";
export type { SkippedRow } from "./read-file.ts";
