import { useSyncExternalStore } from "react";
import type { PageLocation } from "./protocol.ts";

/** Where an app page stands; the page's own router reads it through `hsWorkerAPI.useAppPageLocation`. */
export function createLocationStore() {
  let current: PageLocation = { path: "/", params: {} };
  const listeners = new Set<() => void>();
  return {
    set(next: PageLocation) {
      current = next;
      for (const listener of listeners) listener();
    },
    useLocation: () =>
      useSyncExternalStore(
        (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        () => current,
      ),
  };
}
