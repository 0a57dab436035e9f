import type { RemoteChannel } from "@remote-ui/core";

/** What the page calls in the worker. */
export interface WorkerSide {
  run(channel: RemoteChannel, setup: CardSetup): void;
  setLocation(location: PageLocation): void;
}

export interface CardSetup {
  scriptUrl: string;
  context: CardContext;
  /** How far the portal's clock is ahead of this machine's. */
  clockOffsetMs: number;
  location: PageLocation;
}

export interface PageLocation {
  path: string;
  params: Record<string, string>;
}

/** `context` as cards get it; the union of all places, so most is optional. */
export interface CardContext {
  location: string;
  user: {
    id: number;
    email: string;
    emails: string[];
    firstName: string;
    lastName: string;
    roles: string[];
    teams: { id: number; name: string; teammates: number[] }[];
    locale: string;
    language: string;
    permissions: string[];
  };
  portal: { id: number; timezone: string };
  variables: Record<string, string | number | boolean>;
  crm?: { objectId: number; objectTypeId: string } | { objectIds: number[]; objectTypeId: string };
  extension: { appId: number | string; appName: string; cardTitle: string };
}

export interface WireRequest {
  url: string;
  method: string;
  body: string | null;
  headers: Record<string, string>;
  timeoutMs: number;
}

export interface WireResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What the data hooks get: what they asked for, or why not. */
export interface HookAnswer {
  data?: unknown;
  error?: string;
}

/** What the worker calls in the page. */
export interface HostSide {
  ready(): void;
  failed(failure: { message: string; stack: string }): void;
  log(level: "debug" | "info" | "warn" | "error", data: string): void;
  fetch(request: WireRequest): Promise<WireResponse>;
  fetchCrmProperties(
    names: string[],
    onUpdate: (properties: Record<string, string | null>) => void,
    options: object,
  ): Promise<HookAnswer & { subscription: number }>;
  unsubscribe(subscription: number): void;
  fetchAssociations(request: object, options: object): Promise<HookAnswer>;
  fetchCrmSearch(request: object, options: object): Promise<HookAnswer>;
  formatCrmProperties(request: object): Promise<HookAnswer>;
  /** An action of `api.actions`, by its name. */
  act(name: ActionName, args: unknown[]): unknown;
}

/** The actions that a card finds in `api.actions`. */
export const actionNames = [
  "addAlert",
  "closeOverlay",
  "copyTextToClipboard",
  "fetchCrmObjectProperties",
  "navigateToPage",
  "onCrmPropertiesUpdate",
  "openIframeModal",
  "refreshObjectProperties",
  "reloadPage",
] as const;

export type ActionName = (typeof actionNames)[number];

/** The page as the worker calls it: every answer comes later. */
export type Host = {
  [Name in keyof HostSide]: (...args: Parameters<HostSide[Name]>) => Promise<Awaited<ReturnType<HostSide[Name]>>>;
};
