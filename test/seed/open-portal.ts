import { openSandbox, type Sandbox } from "../../src/sandbox/index.ts";
import type { Call } from "../../src/seed/index.ts";

export interface OpenPortal {
  sandbox: Sandbox;
  call: Call;
  get<T>(path: string): Promise<T>;
  /** Every record of a type with these properties and associations. */
  all(type: string, properties: string[], associations?: string[]): Promise<ReadRecord[]>;
  close(): Promise<void>;
}

export interface ReadRecord {
  id: string;
  properties: Record<string, string | null>;
  associations?: Record<string, { results: { id: string; type: string }[] }>;
}

/** A portal of the sandbox, spoken to over HTTP. */
export async function openPortal(seed: "none" | "demo" = "none"): Promise<OpenPortal> {
  const sandbox: Sandbox = await openSandbox({ seed, now: () => new Date("2026-11-22T06:00:00Z") });
  const call: Call = async (method, path, body) => {
    const response = await fetch(sandbox.url + path, {
      method,
      headers: { authorization: `Bearer ${sandbox.token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text === "" ? undefined : JSON.parse(text);
    if (response.ok) return answer;
    throw Object.assign(new Error(`${method} ${path} answered ${response.status}: ${text}`), {
      status: response.status,
      body: answer,
    });
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test says what it expects and then looks
  const get = async <T>(path: string): Promise<T> => (await call("GET", path)) as T;
  return {
    sandbox,
    call,
    get,
    async all(type, properties, associations = []) {
      const found: ReadRecord[] = [];
      let after: string | undefined;
      do {
        const query = new URLSearchParams({ limit: "100", properties: properties.join(",") });
        if (associations.length > 0) query.set("associations", associations.join(","));
        if (after !== undefined) query.set("after", after);
        const page: {
          results: ReadRecord[];
          paging?: { next: { after: string } };
        } = await get(`/crm/objects/2026-09/${type}?${query}`);
        found.push(...page.results);
        after = page.paging?.next.after;
      } while (after !== undefined);
      return found;
    },
    close: () => sandbox.close(),
  };
}

/** A CSV line by line. */
export const csv = (...lines: string[]): string => `${lines.join("\n")}\n`;
