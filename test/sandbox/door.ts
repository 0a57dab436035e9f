import { openSandbox, type Sandbox, type SandboxOptions } from "../../src/sandbox/index.ts";

export interface Reply {
  status: number;
  // Tests look into answers of many shapes; each names what it expects.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any;
  headers: Headers;
}

/** A sandbox on a free port, and a way to call it over HTTP. */
export interface Door {
  sandbox: Sandbox;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** The same for a path under `/crm/objects/2026-09`. */
  objects(method: string, path: string, body?: unknown): Promise<Reply>;
  /** Changes the portal's settings, or makes a control call. */
  control(method: string, path: string, body?: unknown): Promise<Reply>;
  close(): Promise<void>;
}

/** Opens one with limits out of the way, unless a test is about them. */
export async function openDoor(options: SandboxOptions & { limited?: boolean } = {}): Promise<Door> {
  const { limited = false, ...rest } = options;
  const sandbox = await openSandbox(rest);
  const door: Door = {
    sandbox,
    async call(method, path, body, headers = {}) {
      const response = await fetch(sandbox.url + path, {
        method,
        redirect: "manual",
        headers: {
          Authorization: `Bearer ${sandbox.token}`,
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get("content-type")?.includes("json") ?? false;
      return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
    },
    objects: (method, path, body) => door.call(method, `/crm/objects/2026-09${path}`, body),
    control: (method, path, body) => door.call(method, `/_sandbox${path}`, body),
    close: () => sandbox.close(),
  };
  if (!limited) {
    await door.control("PUT", "/portal", { limits: { perTenSeconds: 1e9, perDay: 1e9, searchesPerSecond: 1e9 } });
  }
  return door;
}

/** Makes a record over HTTP and answers its id. */
export async function make(door: Door, type: string, properties: Record<string, string>): Promise<string> {
  const { status, body } = await door.objects("POST", `/${type}`, { properties, associations: [] });
  if (status !== 201) throw new Error(`${type} was not made: ${JSON.stringify(body)}`);
  return body.id;
}

/** A custom object type with one unique key, as small as HubSpot allows. */
export async function makeType(door: Door, name: string, parts: Record<string, unknown> = {}): Promise<string> {
  const { status, body } = await door.call("POST", "/crm-object-schemas/2026-09/schemas", {
    name,
    labels: { singular: name, plural: `${name}s` },
    primaryDisplayProperty: "title",
    requiredProperties: [],
    searchableProperties: ["title"],
    secondaryDisplayProperties: [],
    allowsSensitiveProperties: false,
    associatedObjects: ["0-2"],
    properties: [
      { name: "title", label: "Title", type: "string", fieldType: "text" },
      { name: "key", label: "Key", type: "string", fieldType: "text", hasUniqueValue: true },
    ],
    ...parts,
  });
  if (status !== 201) throw new Error(`${name} was not made: ${JSON.stringify(body)}`);
  return body.objectTypeId;
}
