export { openPortals } from "./open-portals.ts";
export type { Portal, Portals } from "./portal.ts";
