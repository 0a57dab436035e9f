import { setTimeout as sleep } from "node:timers/promises";
import { Problem } from "@keyline/domain";
import { pageAgent } from "./feed.ts";

/** HubSpot's API version, by date; every path carries it. */
const version = "2026-09";

export interface CrmRecord {
  id: string;
  properties: Record<string, string | null>;
  createdAt?: string;
  updatedAt?: string;
}

export interface PropertyDefinition {
  name: string;
  label: string;
  type: string;
  fieldType: string;
  groupName: string;
  description?: string;
  options?: { label: string; value: string; displayOrder?: number; hidden?: boolean }[];
  calculated?: boolean;
  hidden?: boolean;
  referencedObjectType?: string | null;
  showCurrencySymbol?: boolean;
  modificationMetadata?: { readOnlyValue?: boolean };
}

export interface Association {
  /** A number in some versions of the API, its text in others. */
  toObjectId: number | string;
  associationTypes: { category: string; typeId: number; label: string | null }[];
}

/** HubSpot's public API as a signed-in person's browser would use it: the page's own reads and edits. */
export type Crm = ReturnType<typeof openCrm>;

/**
 * Tried again while HubSpot is busy; a read also while it is away. What seldom changes is remembered for half a minute, because
 * the page lives on the app's own allowance.
 * @throws Problem with HubSpot's own message when it refuses
 */
export function openCrm({ url, token }: { url: string; token: string }) {
  async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const isRead = method === "GET" || /\/(search|batch\/read)$/.test(path);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await callOnce<Answer>(method, path, body);
      } catch (error) {
        const code = error instanceof Problem ? error.code : "unavailable";
        // A call over the limit was not carried out, so a write may go again too.
        const mayGoAgain = code === "rate-limited" || (isRead && code === "unavailable");
        if (!mayGoAgain || attempt === 5) throw error;
        await sleep(250 * attempt);
      }
    }
  }

  async function callOnce<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        "User-Agent": pageAgent,
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw refusal(response.status, text);
    return (text === "" ? null : JSON.parse(text)) as Answer;
  }
  const objects = (type: string) => `/crm/objects/${version}/${encodeURIComponent(type)}`;

  return {
    call,
    account: () =>
      call<{ portalId: number; timeZone: string; companyCurrency: string }>("GET", `/account-info/${version}/details`),
    owners: remember(async () => {
      const { results } = await call<{ results: Owner[] }>("GET", `/crm/owners/${version}?limit=100`);
      return results.filter((owner) => !owner.archived);
    }),
    schemas: remember(
      async () => (await call<{ results: Schema[] }>("GET", `/crm-object-schemas/${version}/schemas`)).results,
    ),
    properties: remember(async (type: string) => {
      const path = `/crm/properties/${version}/${encodeURIComponent(type)}`;
      return (await call<{ results: PropertyDefinition[] }>("GET", path)).results;
    }),
    read: (type: string, id: string, properties: string[]) =>
      call<CrmRecord>("GET", `${objects(type)}/${id}?${new URLSearchParams({ properties: properties.join(",") })}`),
    readMany: async (type: string, ids: string[], properties: string[]) =>
      (
        await inHundreds(ids, (some) =>
          call<{ results: CrmRecord[] }>("POST", `${objects(type)}/batch/read`, {
            inputs: some.map((id) => ({ id })),
            properties,
            propertiesWithHistory: [],
          }),
        )
      ).flatMap(({ results }) => results),
    write: (type: string, id: string, properties: Record<string, string>) =>
      call<CrmRecord>("PATCH", `${objects(type)}/${id}`, { properties }),
    create: (type: string, properties: Record<string, string>) =>
      call<CrmRecord>("POST", objects(type), { properties, associations: [] }),
    archive: (type: string, id: string) => call<null>("DELETE", `${objects(type)}/${id}`),
    search: (type: string, query: SearchQuery) =>
      call<{ total: number; results: CrmRecord[]; paging?: { next?: { after: string } } }>(
        "POST",
        `${objects(type)}/search`,
        { filterGroups: [], sorts: [], query: "", after: "0", limit: 20, properties: [], ...query },
      ),
    associations: async (from: string, id: string, to: string) => {
      const { results } = await call<{ results: { to: Association[] }[] }>(
        "POST",
        `/crm/associations/${version}/${encodeURIComponent(from)}/${encodeURIComponent(to)}/batch/read`,
        { inputs: [{ id }] },
      );
      return results.flatMap((result) => result.to);
    },
    associate: (from: string, id: string, to: string, toId: string) =>
      call<unknown>("PUT", `${objects(from)}/${id}/associations/default/${encodeURIComponent(to)}/${toId}`),
  };
}

export interface Owner {
  id: string;
  userId: number | null;
  email: string;
  firstName: string;
  lastName: string;
  archived: boolean;
  teams?: { id: string; name: string; primary: boolean }[];
}

export interface Schema {
  objectTypeId: string;
  name: string;
  fullyQualifiedName: string;
  labels: { singular: string; plural: string };
  primaryDisplayProperty: string;
  secondaryDisplayProperties: string[];
}

export interface SearchQuery {
  filterGroups?: { filters: Record<string, unknown>[] }[];
  sorts?: { propertyName: string; direction: string }[];
  query?: string;
  after?: string;
  limit?: number;
  properties?: string[];
}

/** Keeps an answer for half a minute, by what was asked. A failure is not kept. */
function remember<Asked extends string[], Answer>(ask: (...asked: Asked) => Promise<Answer>) {
  const known = new Map<string, { answer: Promise<Answer>; until: number }>();
  return (...asked: Asked): Promise<Answer> => {
    const key = asked.join("|");
    const kept = known.get(key);
    if (kept && kept.until > Date.now()) return kept.answer;
    const answer = ask(...asked);
    known.set(key, { answer, until: Date.now() + 30_000 });
    answer.catch(() => known.delete(key));
    return answer;
  };
}

async function inHundreds<Answer>(ids: string[], send: (some: string[]) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < ids.length; start += 100) answers.push(await send(ids.slice(start, start + 100)));
  return answers;
}

function refusal(status: number, text: string): Problem {
  const message = readMessage(text) ?? `HubSpot answered ${status}.`;
  if (status === 404) return new Problem("not-found", message);
  if (status === 429) return new Problem("rate-limited", message);
  if (status === 403) return new Problem("missing-scope", message);
  return new Problem(status < 500 ? "invalid-input" : "unavailable", message);
}

function readMessage(text: string): string | null {
  try {
    return (JSON.parse(text) as { message?: string }).message ?? null;
  } catch {
    return null;
  }
}
