import { useCallback, useMemo, useState } from "react";
import type { Owner, PropertyDefinition } from "../crm.ts";
import { api } from "./api.ts";
import type { Alert, HostFacts } from "./host/host-context.ts";
import type { Start } from "./start.ts";
import { useClock } from "./use-clock.ts";
import { useLive } from "./use-live.ts";
import { type View, localeOf } from "./view.ts";

export interface IframeRequest {
  uri: string;
  title?: string;
  width: number;
  height: number;
  done: () => void;
}

export interface Toast extends Alert {
  id: number;
}

let nextToast = 1;

/** Everything that the page and its cards share: the clock, the feed, who looks, the alerts, the iframe modal. */
export function usePreview(start: Start, view: View, change: (change: Partial<View>) => void) {
  const live = useLive();
  const [cardsVersion, setCardsVersion] = useState(0);
  const [toasts, setToasts] = useState<Toast[]>([]);
  const [iframe, setIframe] = useState<IframeRequest | null>(null);

  // After the clock moved the worker acts first, and then the cards are read again, as a person would reload the page.
  const clock = useClock(
    start.now,
    useCallback(() => void live.quiet().then(() => setCardsVersion((version) => version + 1)), []),
  );
  const alert = useCallback((given: Alert) => {
    const toast = { ...given, id: nextToast++ };
    setToasts((before) => [...before, toast].slice(-4));
    setTimeout(() => setToasts((before) => before.filter(({ id }) => id !== toast.id)), 8000);
  }, []);
  const definitions = useMemo(() => createDefinitions(view.language), [view.language]);
  const now = useCallback(() => new Date(Date.now() + clock.offsetMs), [clock.offsetMs]);
  const owner = start.owners.find(({ id }) => id === view.ownerId) ?? start.owners[0] ?? nobody;

  const facts: HostFacts = useMemo(
    () => ({
      locale: localeOf(view.language),
      currency: start.portal.currency,
      timeZone: start.portal.timeZone,
      owners: start.owners,
      record: view.companyId ? { objectTypeId: "0-2", objectId: view.companyId } : null,
      now,
      alert,
      navigateToPage: ({ path, params }) => change({ path: withParams(path, params) }),
      openRecord: (objectTypeId, objectId) =>
        objectTypeId === "0-2"
          ? change({ companyId: objectId, tab: null })
          : pointAt(objectId) || alert({ message: `${objectTypeId} ${objectId}` }),
      definitions,
      dataVersion: live.dataVersion,
    }),
    [view.language, view.companyId, start, now, alert, change, definitions, live.dataVersion],
  );
  return {
    facts,
    owner,
    clock,
    live,
    cardsVersion,
    toasts,
    dismiss: (id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)),
    iframe,
    openIframe: (frame: Omit<IframeRequest, "done">) =>
      new Promise<void>((resolve) =>
        setIframe({
          ...frame,
          done: () => {
            setIframe(null);
            resolve();
          },
        }),
      ),
  };
}

export type PreviewState = ReturnType<typeof usePreview>;

function createDefinitions(language: string) {
  const known = new Map<string, Promise<PropertyDefinition[]>>();
  return (type: string) => {
    const found = known.get(type) ?? api.get<PropertyDefinition[]>(`/api/properties/${type}?language=${language}`);
    known.set(type, found);
    found.catch(() => known.delete(type));
    return found;
  };
}

const withParams = (path: string, params: Record<string, string>) =>
  Object.keys(params).length === 0 ? path : `${path}?${new URLSearchParams(params)}`;

/** Opens a record where the page shows it already: a task or contact at the right, a record of the overview. */
function pointAt(objectId: string): boolean {
  const place = document.querySelector(`[data-test="task-${objectId}"], [data-test="record-${objectId}"]`);
  if (!place) return false;
  place.closest("details")?.setAttribute("open", "");
  const details = place.querySelector("details");
  details?.setAttribute("open", "");
  place.scrollIntoView({ block: "nearest" });
  details?.querySelector("summary")?.focus();
  return true;
}

const nobody: Owner = { id: "0", userId: 0, email: "nobody@example.com", firstName: "", lastName: "", archived: false };
