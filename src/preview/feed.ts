/** One line of the strip "What just happened". */
export interface PreviewEvent {
  id: number;
  /** ISO moment, on the portal's clock when the giver knows it. */
  at: string;
  /**
   * A call to HubSpot, a job of the worker, a webhook from HubSpot, a request of a card to the backend, or what this page
   * read for itself.
   */
  kind: "call" | "job" | "webhook" | "card" | "page";
  /** What it was: "POST /crm/objects/{version}/tasks/batch/upsert", "plan-check-ins", "company.propertyChange", … */
  title: string;
  ms?: number;
  /** An HTTP status, or a word such as "completed" or "failed". */
  outcome?: string;
  detail?: string;
  /** True when records may have changed: the page reads its lists again. */
  writes?: boolean;
}

export type NewPreviewEvent = Omit<PreviewEvent, "id" | "at"> & { at?: string };

export interface EventFeed {
  push(event: NewPreviewEvent): void;
  /** The newest last. */
  recent(): PreviewEvent[];
  /** @returns what ends the subscription */
  subscribe(listener: (event: PreviewEvent) => void): () => void;
}

/** Remembers the last events and tells whoever listens. */
export function createEventFeed({ remembered = 300, now = () => new Date() } = {}): EventFeed {
  const events: PreviewEvent[] = [];
  const listeners = new Set<(event: PreviewEvent) => void>();
  let nextId = 1;
  return {
    push(given) {
      const writes = given.writes === true && !readsByPost.test(given.title);
      const event = { ...given, writes, id: nextId++, at: given.at ?? now().toISOString() };
      events.push(event);
      if (events.length > remembered) events.shift();
      for (const listener of listeners) listener(event);
    },
    recent: () => [...events],
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** How the page names itself to HubSpot, so that its own reading can be told from the app's. */
export const pageAgent = "keyline-preview-page";

/** A call that the sandbox saw, as an event. What a person does on the page is a call like any other; what it reads is not. */
export function callEvent(call: {
  operation: string;
  method: string;
  status: number;
  ms: number;
  caller: string;
}): NewPreviewEvent {
  const { operation, method, status, ms, caller } = call;
  const writes = method !== "GET" && !readsByPost.test(operation);
  return {
    kind: caller === pageAgent && !writes ? "page" : "call",
    title: operation,
    ms,
    outcome: String(status),
    writes,
  };
}

/** HubSpot reads by POST in two places; taken for writes, the page's own reading would make it read again for ever. */
const readsByPost = /\/(search|batch\/read)$/;
