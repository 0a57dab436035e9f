export { FIRST_PORTAL_ID, openSandbox, type Sandbox, type SandboxOptions } from "./open-sandbox.ts";
export type { CallSeen, Exchange } from "./listen.ts";
export { VERSION } from "./version.ts";
