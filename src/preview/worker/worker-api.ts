import type { createLocationStore } from "./location-store.ts";
import type { CardContext, Host } from "./protocol.ts";

interface FetchOptions {
  method?: string;
  timeout?: number;
  body?: unknown;
  headers?: Headers | Record<string, string>;
}

/** The globals by which a card reaches HubSpot: `hsFetch`, `logger` and `hsWorkerAPI`. */
export function createWorkerApi(
  host: Host,
  api: { context: CardContext; actions: object },
  location: ReturnType<typeof createLocationStore>,
) {
  const log = (level: "debug" | "info" | "warn" | "error") => (data: string | number) =>
    void host.log(level, String(data));
  return {
    hsFetch: (url: string | URL, options: FetchOptions = {}) => hsFetch(host, String(url), options),
    logger: { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") },
    hsWorkerAPI: {
      useExtensionContext: () => api.context,
      useExtensionActions: () => api.actions,
      useExtensionApi: () => api,
      useAppPageLocation: location.useLocation,
      fetchCrmProperties: async (
        names: string[],
        onUpdate: Parameters<Host["fetchCrmProperties"]>[1],
        options = {},
      ) => {
        const { subscription, ...answer } = await host.fetchCrmProperties(names, onUpdate, options);
        return asResponse({ ...answer, cleanup: () => void host.unsubscribe(subscription) });
      },
      fetchAssociations: async (request: Parameters<Host["fetchAssociations"]>[0], options = {}) =>
        asResponse(await host.fetchAssociations(request, options)),
      fetchCrmSearch: async (request: Parameters<Host["fetchCrmSearch"]>[0], options = {}) =>
        asResponse(await host.fetchCrmSearch(request, options)),
      formatCrmProperties: async (request: object) => {
        const { data, error } = await host.formatCrmProperties(request);
        if (error !== undefined) throw new Error(error);
        return asResponse(data);
      },
      fetchHubSpotApi: () => Promise.reject(new Error("fetchHubSpotApi is experimental and not part of this preview.")),
    },
  };
}

/** The hooks read `await response.json()` and find a function in it, which a real `Response` could not carry. */
const asResponse = (value: unknown) => ({ ok: true, status: 200, json: () => Promise.resolve(value) });

async function hsFetch(host: Host, url: string, options: FetchOptions): Promise<Response> {
  const { body } = options;
  const answer = await host.fetch({
    url,
    method: options.method ?? "GET",
    body: body === undefined || body === null ? null : typeof body === "string" ? body : JSON.stringify(body),
    headers: Object.fromEntries(new Headers(options.headers).entries()),
    timeoutMs: Math.min(options.timeout ?? 15_000, 15_000),
  });
  const isEmpty = answer.status === 204 || answer.status === 304;
  return new Response(isEmpty ? null : answer.body, { status: answer.status, headers: answer.headers });
}
