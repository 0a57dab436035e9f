export type { Direction } from "./direction.ts";
export { hostOf, type Host, type HostActions, type HostContext, type PageActions } from "./host.ts";
export { periodText } from "./period-text.ts";
export { HostProvider, OfCompany, useHost } from "./HostProvider.tsx";
