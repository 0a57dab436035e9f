import { createRemoteRoot } from "@remote-ui/core";
import * as RemoteUI from "@remote-ui/react";
import { createEndpoint, fromWebWorker, retain } from "@remote-ui/rpc";
import * as React from "react";
import { CardBoundary } from "./card-boundary.ts";
import { followClock } from "./follow-clock.ts";
import { createLocationStore } from "./location-store.ts";
import { lockDown } from "./lock-down.ts";
import { type CardSetup, type Host, type HostSide, type WorkerSide, actionNames } from "./protocol.ts";
import { createWorkerApi } from "./worker-api.ts";

/*
 * The worker that a card runs in, with the globals that HubSpot's bundles expect: `React`, `RemoteUI`, `extend_V2`, `hsFetch`,
 * `serverless`, `logger` and `hsWorkerAPI` (`dist/shared.synced/types/worker-globals.synced.d.ts` of `@hubspot/ui-extensions`).
 */
const globals = self as unknown as Record<string, unknown>;
const endpoint = createEndpoint<HostSide>(fromWebWorker(self as unknown as Worker));
// Typed by our own protocol; the library's mapped type loses the callbacks in arguments.
const host = endpoint.call as unknown as Host;
const location = createLocationStore();

type Render = (api: object) => React.ReactElement;
let render: Render | null = null;

const workerSide: WorkerSide = {
  run(channel, setup) {
    retain(channel);
    try {
      start(channel, setup);
    } catch (error) {
      fail(error);
    }
  },
  setLocation: location.set,
};
endpoint.expose(workerSide as unknown as Parameters<typeof endpoint.expose>[0]);

function start(channel: Parameters<WorkerSide["run"]>[0], setup: CardSetup): void {
  location.set(setup.location);
  followClock(setup.clockOffsetMs);
  const actions = Object.fromEntries(
    actionNames.map((name) => [name, (...args: unknown[]) => host.act(name, args)] as const),
  );
  const api = { context: setup.context, actions, runServerlessFunction: noServerless };
  const loadScript = globals["importScripts"] as (url: string) => void;
  Object.assign(globals, {
    __HUBSPOT_EXTENSION_WORKER__: true,
    React,
    RemoteUI,
    extend_V2: (given: Render) => void (render = given),
    serverless: noServerless,
    ...createWorkerApi(host, api, location),
  });
  lockDown(globals);
  loadScript.call(self, setup.scriptUrl);
  if (!render) throw new Error("The card never called hubspot.extend().");
  const root = createRemoteRoot(channel);
  const card = React.createElement(CardBoundary, { onError: fail }, render(api));
  RemoteUI.createRoot(root).render(card);
  void Promise.resolve(root.mount()).then(() => host.ready());
}

function noServerless(): Promise<never> {
  return Promise.reject(new Error("Serverless functions in projects are gone since platform 2025.2."));
}

function fail(error: unknown): void {
  const failure = error instanceof Error ? error : new Error(String(error));
  void host.failed({ message: failure.message, stack: failure.stack ?? "" });
}

self.addEventListener("error", (event) => fail(event.error ?? event.message));
self.addEventListener("unhandledrejection", (event) => {
  const reason: unknown = event.reason;
  void host.log("error", reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
});
