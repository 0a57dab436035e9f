const forbidden = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "EventSource",
  "importScripts",
  "indexedDB",
  "caches",
  "Worker",
];

/** Takes from the card what HubSpot's worker does not give it: cards reach the network by `hubspot.fetch` alone. */
export function lockDown(globals: Record<string, unknown>): void {
  for (const name of forbidden) {
    Object.defineProperty(globals, name, {
      configurable: false,
      get: () =>
        function refuse() {
          throw new Error(`${name} is not available to UI extensions; use hubspot.fetch().`);
        },
    });
  }
}
