import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBackend, type Backend } from "../../src/backend.ts";
import { readEnvironment } from "../../src/environment.ts";
import { signV3 } from "../../src/hubspot/index.ts";
import { quietLog } from "../../src/log.ts";
import { openPortals } from "../../src/portals/index.ts";
import { provision } from "../../src/provision/index.ts";
import type { Role } from "../../src/roles.ts";
import { openSandbox, type Exchange, type Sandbox } from "../../src/sandbox/index.ts";

/** A sandbox and a backend on it, for a suite; everything goes with `close`. */
export interface Stage {
  sandbox: Sandbox;
  backend: Backend;
  portalId: string;
  /** As HubSpot sends a card's request: with the caller in the query, signed. */
  send(request: Sent): Promise<{ status: number; body: any }>; // oxlint-disable-line typescript/no-explicit-any -- answers of every kind
  /** A call to the sandbox as a person's own tool makes it. */
  hubspot(method: string, path: string, body?: unknown): Promise<any>; // oxlint-disable-line typescript/no-explicit-any
  close(): Promise<void>;
}

export interface Sent {
  method: "GET" | "POST";
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  /** Sent as it is instead of `body`. */
  text?: string;
  /** Default now. */
  timestamp?: number;
  secret?: string;
  /** HubSpot's user id of who asks. */
  userId?: string;
  /** Default: the right one. */
  signature?: string;
}

/** Something that stands between the backend and the sandbox. */
type Between = (sandboxUrl: string) => Promise<{ url: string; close(): Promise<void> }>;

export async function openStage(
  role: Role = "web",
  now?: string,
  onExchange?: (exchange: Exchange) => void,
  openBetween?: Between,
): Promise<Stage> {
  const data = mkdtempSync(join(tmpdir(), "keyline-http-"));
  const sandbox = await openSandbox({ seed: "none" });
  if (now) sandbox.clock.set(new Date(now));
  if (onExchange) sandbox.onExchange(onExchange);
  const between = await openBetween?.(sandbox.url);
  const environment = readEnvironment({
    PORT: "0",
    HUBSPOT_API_BASE: between?.url ?? sandbox.url,
    HUBSPOT_ACCESS_TOKEN: sandbox.token,
    HUBSPOT_CLIENT_SECRET: sandbox.clientSecret,
    KEYLINE_DATA: data,
  });
  const clock = () => (now ? sandbox.clock.now() : new Date());
  const portals = openPortals({ environment, log: quietLog });
  const [portalId = ""] = await portals.ids();
  const { hubspot } = await portals.open(portalId);
  await provision({ hubspot, log: quietLog });
  const backend = await openBackend({ environment, role, now: clock, log: quietLog });
  return {
    sandbox,
    backend,
    portalId,
    send: (request) => send(request, backend.url ?? "", portalId, sandbox.clientSecret),
    hubspot: (method, path, body) => call(sandbox, method, path, body),
    async close() {
      await backend.close();
      await between?.close();
      await sandbox.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function send(request: Sent, backendUrl: string, portalId: string, clientSecret: string) {
  const caller = { portalId, userId: request.userId ?? "7", userEmail: "noura@example.com", appId: "4242" };
  const query = new URLSearchParams({ ...request.query, ...caller });
  const uri = `${backendUrl}${request.path}?${query.toString()}`;
  const body = request.text ?? (request.body === undefined ? "" : JSON.stringify(request.body));
  const timestamp = String(request.timestamp ?? Date.now());
  const signature =
    request.signature ?? signV3({ method: request.method, uri, body }, timestamp, request.secret ?? clientSecret);
  const response = await fetch(uri, {
    method: request.method,
    headers: { "X-HubSpot-Signature-v3": signature, "X-HubSpot-Request-Timestamp": timestamp },
    ...(request.method === "POST" && { body }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined };
}

/** A tool of a person's shares HubSpot's limit with the backend: it waits, and asks again. */
async function call(sandbox: Sandbox, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(sandbox.url + path, {
    method,
    headers: { authorization: `Bearer ${sandbox.token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.status === 429) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return call(sandbox, method, path, body);
  }
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return text ? (JSON.parse(text) as unknown) : undefined;
}
