/** HubSpot's public API and the sandbox's control routes, by bare `fetch`: nothing of Keyline stands between. */
export interface Api {
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** Every record of a type, by HubSpot's list, which lags behind nothing. */
  list(type: string, properties: readonly string[], isArchived?: boolean): Promise<Listed[]>;
  /** Ids that records are associated with, by record id. */
  associated(from: string, to: string, ids: readonly string[]): Promise<Map<string, string[]>>;
  /** How many records a search finds: quick, but seconds behind. */
  count(type: string, filters: readonly object[]): Promise<number>;
}

export interface Listed {
  id: string;
  properties: Record<string, string | null>;
}

interface Page {
  results: Listed[];
  paging?: { next?: { after: string } };
}

const version = "2026-09";
/** Limits of HubSpot's routes (developers.hubspot.com): records of a page, ids of a read of associations. */
const pageSize = 100;
const mostAssociations = 1_000;
/** A sandbox at fault may never answer. */
const answerWithinMs = 30_000;

export function openApi(url: string, token: string): Api {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      signal: AbortSignal.timeout(answerWithinMs),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 500)}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  return {
    call,
    async list(type, properties, isArchived = false) {
      const found: Listed[] = [];
      const query = new URLSearchParams({
        limit: String(pageSize),
        properties: properties.join(","),
        ...(isArchived && { archived: "true" }),
      });
      for (;;) {
        const page = await call<Page>("GET", `/crm/objects/${version}/${type}?${query}`);
        found.push(...page.results);
        const after = page.paging?.next?.after;
        if (after === undefined) return found;
        query.set("after", after);
      }
    },
    async associated(from, to, ids) {
      const found = new Map<string, string[]>();
      for (let start = 0; start < ids.length; start += mostAssociations) {
        const inputs = ids.slice(start, start + mostAssociations).map((id) => ({ id }));
        const path = `/crm/associations/${version}/${from}/${to}/batch/read`;
        const { results } = await call<{ results: { from: { id: string }; to: { toObjectId: string | number }[] }[] }>(
          "POST",
          path,
          { inputs },
        );
        for (const one of results)
          found.set(
            one.from.id,
            one.to.map(({ toObjectId }) => String(toObjectId)),
          );
      }
      return found;
    },
    async count(type, filters) {
      const body = { filterGroups: [{ filters }], properties: [], sorts: [], limit: 1 };
      return (await call<{ total: number }>("POST", `/crm/objects/${version}/${type}/search`, body)).total;
    },
  };
}
