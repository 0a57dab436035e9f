import { release, retain } from "@remote-ui/rpc";
import type { MutableRefObject } from "react";
import type { ActionName, CardContext, HookAnswer, HostSide, PageLocation } from "../../worker/protocol.ts";
import { api } from "../api.ts";
import type { Failure } from "./CardError.tsx";
import type { Alert, HostFacts } from "./host-context.ts";
import type { Overlays } from "./overlays.ts";

interface Latest {
  context: CardContext;
  facts: HostFacts;
  overlays: Overlays;
  onReload: () => void;
  onRecordChanged: () => void;
  onIframe: (frame: { uri: string; title?: string; width: number; height: number }) => Promise<void>;
}

type Properties = Record<string, string | null>;
interface Subscription {
  names: string[];
  options: object;
  seen: string;
  tell: (properties: Properties) => void;
}

/** What a card's worker may ask of the page: the page's end of `HostSide`, and the card's live property subscriptions. */
export function createHostSide(
  latest: MutableRefObject<Latest>,
  setState: (state: "ready" | Failure) => void,
): { exposed: HostSide; recordMayHaveChanged: () => void; close: () => void } {
  const subscriptions = new Map<number, Subscription>();
  let nextSubscription = 1;

  const readProperties = (names: string[], options: object) =>
    api.post<Properties>("/api/hooks/properties", { ...whichRecord(latest.current), properties: names, options });

  function subscribe(names: string[], options: object, first: Properties | null, tell: Subscription["tell"]): number {
    const id = nextSubscription++;
    subscriptions.set(id, { names, options, tell, seen: JSON.stringify(first) });
    return id;
  }

  async function check(subscription: Subscription): Promise<void> {
    const found = await readProperties(subscription.names, subscription.options);
    const text = JSON.stringify(found);
    if (text === subscription.seen) return;
    subscription.seen = text;
    subscription.tell(found);
  }

  const actions: Record<ActionName, (...args: never[]) => unknown> = {
    addAlert: (alert: Alert) => latest.current.facts.alert(alert),
    closeOverlay: (id: string) => latest.current.overlays.close(id),
    copyTextToClipboard: (text: string) => navigator.clipboard.writeText(text),
    fetchCrmObjectProperties: async (names: string[] | "*") =>
      onlyText(await readProperties(await allOr(names, latest.current), {})),
    navigateToPage: ({ to, params }: { to: string; params?: PageLocation["params"] }) =>
      latest.current.facts.navigateToPage({ path: to, params: params ?? {} }),
    onCrmPropertiesUpdate: async (names: string[] | "*", tell: Subscription["tell"]) => {
      retain(tell);
      const wanted = await allOr(names, latest.current);
      subscribe(wanted, {}, await readProperties(wanted, {}), (found) => tell(onlyText(found)));
    },
    openIframeModal: (frame: Parameters<Latest["onIframe"]>[0], onClose?: () => void) => {
      retain(onClose);
      void latest.current.onIframe(frame).then(() => onClose?.());
    },
    refreshObjectProperties: () => latest.current.onRecordChanged(),
    reloadPage: () => latest.current.onReload(),
  };

  const exposed: HostSide = {
    ready: () => setState("ready"),
    failed: setState,
    // eslint-disable-next-line no-console -- a card's log belongs in the developer's console
    log: (level, data) => console[level](`[${latest.current.context.extension.cardTitle}]`, data),
    fetch: (request) =>
      api.post("/api/fetch", {
        ...request,
        user: { userId: latest.current.context.user.id, userEmail: latest.current.context.user.email },
      }),
    async fetchCrmProperties(names, onUpdate, options) {
      // Held before the first await: the library lets go of a callback when the call that brought it is over.
      retain(onUpdate);
      const answer = await asAnswer(() => readProperties(names, options));
      return { ...answer, subscription: subscribe(names, options, (answer.data as Properties) ?? null, onUpdate) };
    },
    unsubscribe(id) {
      release(subscriptions.get(id)?.tell);
      subscriptions.delete(id);
    },
    fetchAssociations: (request, options) =>
      asAnswer(() => api.post("/api/hooks/associations", { ...whichRecord(latest.current), request, options })),
    fetchCrmSearch: (request, options) =>
      asAnswer(() => api.post("/api/hooks/search", { locale: latest.current.facts.locale, request, options })),
    formatCrmProperties: ({ formattingOptions, ...request }: { formattingOptions?: object }) =>
      asAnswer(() =>
        api.post("/api/hooks/format", {
          locale: latest.current.facts.locale,
          ...request,
          options: { formattingOptions },
        }),
      ),
    act: (name, args) => actions[name](...(args as never[])),
  };

  return {
    exposed,
    recordMayHaveChanged: () => {
      for (const subscription of subscriptions.values()) void check(subscription).catch(() => undefined);
    },
    close: () => subscriptions.clear(),
  };
}

const whichRecord = ({ facts }: Latest) => ({
  objectTypeId: facts.record?.objectTypeId ?? "0-2",
  objectId: facts.record?.objectId ?? "0",
  locale: facts.locale,
});

async function allOr(names: string[] | "*", { facts }: Latest): Promise<string[]> {
  if (names !== "*") return names;
  return (await facts.definitions(facts.record?.objectTypeId ?? "0-2")).map(({ name }) => name);
}

async function asAnswer(ask: () => Promise<unknown>): Promise<HookAnswer> {
  try {
    return { data: await ask() };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

const onlyText = (found: Properties) =>
  Object.fromEntries(Object.entries(found).map(([name, value]) => [name, value ?? ""]));
