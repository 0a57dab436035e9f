export { callbackPath } from "./installed-portals.ts";
export { openPortals } from "./open-portals.ts";
export type { Installing, Portal, Portals } from "./portal.ts";
