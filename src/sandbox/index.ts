export { FIRST_PORTAL_ID, openSandbox, type Sandbox, type SandboxOptions } from "./open-sandbox.ts";
export type { CallSeen, Exchange } from "./listen.ts";
export { presetSubscriptions, signV3, type Delivery, type Subscription } from "./webhooks/index.ts";
export { VERSION } from "./version.ts";
