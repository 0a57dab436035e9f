import { mkdtemp, rm } from "node:fs/promises";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { callEvent, createEventFeed, openPreview } from "../../src/preview/index.ts";
import { openSandbox } from "../../src/sandbox/index.ts";

export interface Received {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

export const fixtureFolder = fileURLToPath(new URL("fixture", import.meta.url));

/** A backend that remembers what came and answers what it is told to. */
export async function openBackend(
  answer: (request: Received) => { status: number; body?: unknown } | "hang" = () => ({ status: 200, body: {} }),
) {
  const received: Received[] = [];
  const server = createServer((request, response) => void serve(request, response));
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const part of request) body += String(part);
    const seen = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body };
    received.push(seen);
    const given = answer(seen);
    if (given === "hang") return;
    response.writeHead(given.status, { "Content-Type": "application/json" });
    response.end(given.body === undefined ? "" : JSON.stringify(given.body));
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The sandbox with one company, its contact and its task; a backend; and the preview with the fixture's cards. */
export async function openStage({ port = 0 } = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "keyline-preview-"));
  const sandbox = await openSandbox({ seed: "none" });
  const backend = await openBackend(({ url }) => ({
    status: 200,
    body: { answeredBy: new URL(url, "http://x").pathname },
  }));
  const ids = await furnish(sandbox.url, sandbox.token);
  const feed = createEventFeed();
  sandbox.onCall((call) => feed.push(callEvent(call)));
  const preview = await openPreview({
    port,
    hubspot: { url: sandbox.url, token: sandbox.token, clientSecret: sandbox.clientSecret, appId: 42 },
    backendUrl: backend.url,
    sandboxControl: sandbox.url,
    projectFolder: fixtureFolder,
    cacheFolder: path.join(os.tmpdir(), "keyline-preview-test-bundles"),
    feed,
    log: { info: () => undefined, error: (facts, message) => console.error(message, facts) },
  }).catch(async (error: unknown) => {
    await Promise.all([backend.close(), sandbox.close()]);
    throw error;
  });
  return {
    ...ids,
    sandbox,
    backend,
    feed,
    url: preview.url,
    async close() {
      await preview.close();
      await backend.close();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function furnish(url: string, token: string) {
  const send = async (to: string, body: object, method: "POST" | "PUT" | "PATCH" = "POST") => {
    const response = await fetch(url + to, {
      method,
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${to}: ${response.status} ${text}`);
    return (text === "" ? {} : JSON.parse(text)) as { id: string; results?: { id: string }[] };
  };
  const owners = await send("/_sandbox/records/owners", {
    inputs: [
      { properties: { email: "noura@example.com", firstName: "Noura", lastName: "Alharbi" } },
      { properties: { email: "tom@example.com", firstName: "Tom", lastName: "Reed" } },
    ],
  });
  const create = (type: string, properties: Record<string, string>) =>
    send(`/crm/objects/2026-09/${type}`, { properties, associations: [] });
  const company = await create("companies", {
    name: "Najd Foods",
    domain: "najd.example.com",
    city: "Riyadh",
    hubspot_owner_id: owners.results?.[0]?.id ?? "",
  });
  const other = await create("companies", { name: "Gulf Line", domain: "gulf.example.com", city: "Dammam" });
  const contact = await create("contacts", {
    firstname: "Samar",
    lastname: "Haddad",
    jobtitle: "CFO",
    email: "samar@najd.example.com",
  });
  const task = await create("tasks", {
    hs_task_subject: "Call Samar",
    hs_timestamp: "2026-11-26T09:00:00Z",
    hs_task_status: "NOT_STARTED",
    hs_task_body: "<p>About the plan</p>",
  });
  for (const [type, id] of [
    ["contacts", contact.id],
    ["tasks", task.id],
  ] as const) {
    await send(`/crm/objects/2026-09/companies/${company.id}/associations/default/${type}/${id}`, {}, "PUT");
  }
  return { companyId: company.id, otherCompanyId: other.id, taskId: task.id };
}
