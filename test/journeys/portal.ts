import { isDeepStrictEqual } from "node:util";

/** The emulated portal as a person's own tool sees it, over its public API and control routes. */
export interface Portal {
  /** Sets the portal's clock, or with nothing reads it. */
  clock(now?: string): Promise<{ now: string }>;
  advance(days: number): Promise<void>;
  companies(): Promise<{ id: string; name: string }[]>;
  companyNamed(name: string): Promise<string>;
  property(companyId: string, name: string): Promise<string | null>;
  setCompany(id: string, properties: Record<string, string>): Promise<void>;
  checkIns(companyId?: string): Promise<Properties[]>;
  kpis(companyId: string): Promise<Properties[]>;
  /** Moves them to HubSpot's bin. */
  archiveKpis(ids: readonly string[]): Promise<void>;
  plans(companyId: string): Promise<Properties[]>;
  /** Objectives, milestones, initiatives and obstacles of all its plans. */
  objectives(companyId: string): Promise<Properties[]>;
  needs(companyId: string): Promise<Properties[]>;
  /** Only those that were opened from a need. */
  deals(): Promise<Properties[]>;
  /** Only those that Keyline made. */
  tasks(companyId?: string): Promise<Properties[]>;
}

export type Properties = Record<string, string | null>;

const checkInProperties = [
  "check_in_key",
  "company_record_id",
  "planned_date",
  "due_date",
  "state",
  "held_on",
  "outcome",
  "topics",
  "recommendations",
  "obstacles",
  "reminder_state",
];
const needProperties = [
  "need_key",
  "need_name",
  "need_status",
  "company_record_id",
  "what",
  "opened_deal_id",
  "met_evidence",
  "initiatives",
];
const taskProperties = [
  "keyline_task_key",
  "hs_task_subject",
  "hs_task_body",
  "hs_timestamp",
  "hs_task_status",
  "hubspot_owner_id",
];

export function openPortal(url: string): Portal {
  // oxlint-disable-next-line typescript/no-explicit-any -- answers of every kind
  const call = async (method: string, path: string, body?: unknown): Promise<any> => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: "Bearer sandbox", "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    const text = await response.text();
    return text ? JSON.parse(text) : undefined;
  };
  const all = async (type: string, properties: readonly string[]): Promise<Properties[]> => {
    const found: Properties[] = [];
    for (let after = ""; ;) {
      const path = `/crm/objects/2026-09/${type}?limit=100&properties=${properties.join(",")}${after}`;
      const page = await call("GET", path);
      found.push(
        ...page.results.map((record: { id: string; properties: Properties }) => ({
          id: record.id,
          ...record.properties,
        })),
      );
      if (!page.paging?.next) return found;
      after = `&after=${page.paging.next.after}`;
    }
  };
  const ofCompany = async (type: string, properties: readonly string[], companyId: string) =>
    (await all(type, ["company_record_id", ...properties])).filter((one) => one["company_record_id"] === companyId);
  return {
    clock: (now) => (now ? call("PUT", "/_sandbox/clock", { now }) : call("GET", "/_sandbox/clock")),
    advance: (days) => call("PUT", "/_sandbox/clock", { advanceMs: days * 86_400_000 }),
    companies: async () =>
      (await all("companies", ["name", "am_account_type"]))
        .filter((company) => !company["am_account_type"])
        .map((company) => ({ id: String(company["id"]), name: String(company["name"]) })),
    companyNamed: async (name) => {
      const found = (await all("companies", ["name"])).find((company) => company["name"] === name);
      if (!found) throw new Error(`The demo portal has no company ${name}.`);
      return String(found["id"]);
    },
    property: async (id, name) => {
      const { properties } = await call("GET", `/crm/objects/2026-09/companies/${id}?properties=${name}`);
      return properties[name] ?? null;
    },
    archiveKpis: async (ids) => {
      for (let at = 0; at < ids.length; at += 100) {
        const inputs = ids.slice(at, at + 100).map((id) => ({ id }));
        await call("POST", "/crm/objects/2026-09/p_account_kpi/batch/archive", { inputs });
      }
    },
    kpis: (companyId) => ofCompany("p_account_kpi", ["kpi_key", "period", "actual"], companyId),
    plans: (companyId) => ofCompany("p_account_plan", ["plan_key", "period", "plan_status", "reviews"], companyId),
    objectives: (companyId) =>
      ofCompany("p_plan_objective", ["objective_name", "plan_key", "objective_status", "need_key"], companyId),
    needs: (companyId) => ofCompany("p_account_need", needProperties, companyId),
    deals: async () =>
      (await all("deals", ["dealname", "amount", "keyline_deal_key"])).filter((deal) => deal["keyline_deal_key"]),
    setCompany: (id, properties) => call("PATCH", `/crm/objects/2026-09/companies/${id}`, { properties }),
    checkIns: async (companyId) =>
      (await all("p_check_in", checkInProperties)).filter(
        (one) => !companyId || one["company_record_id"] === companyId,
      ),
    tasks: async (companyId) =>
      (await all("tasks", taskProperties)).filter(
        ({ keyline_task_key: key }) => key && (!companyId || key.split(":")[1] === companyId),
      ),
  };
}

/** Asks until the answer is right, at most so long; then gives the last answer, for the test to say what is wrong. */
export async function eventually<T>(
  read: () => Promise<T>,
  isRight: (value: T) => boolean,
  withinMs = 20_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const value = await read();
    if (isRight(value) || Date.now() > until) return value;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Reads until nothing has changed for five seconds, at most a minute; gives what was read last. */
export async function atRest<T>(read: () => Promise<T>, quietMs = 5_000, withinMs = 60_000): Promise<T> {
  const until = Date.now() + withinMs;
  let last = await read();
  for (let since = Date.now(); Date.now() - since < quietMs && Date.now() < until;) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const value = await read();
    if (!isDeepStrictEqual(value, last)) since = Date.now();
    last = value;
  }
  return last;
}
