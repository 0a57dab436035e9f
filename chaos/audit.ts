import type { Api, Listed } from "./api.ts";
import { expectedTask, slot } from "./expected.ts";
import type { Companies } from "./portal.ts";

/** What stands in the portal against what should. */
export interface Findings {
  tasks: number;
  doubled: number;
  missing: number;
  /** Tasks that nobody should have, and tasks that were made and thrown away again. */
  surplus: number;
  /** One sentence for each wrong value, association or check-in. */
  wrong: string[];
}

const taskProperties = [
  "keyline_task_key",
  "hubspot_owner_id",
  "hs_timestamp",
  "hs_task_subject",
  "hs_task_body",
  "hs_task_priority",
  "hs_task_status",
  "hs_task_type",
];
const checkInProperties = ["check_in_key", "state", "reminder_state", "reminder_task_id", "due_date", "slot_date"];

/** Reads the whole portal over HubSpot's public API and compares it, record by record, with what each account should have. */
export async function audit(api: Api, companies: Companies): Promise<Findings> {
  const portal = await readPortal(api);
  const tasks = await api.list("tasks", taskProperties);
  const binned = await api.list("tasks", ["keyline_task_key"], true);
  const checkIns = await api.list("p_check_in", checkInProperties);
  const ids = tasks.map(({ id }) => id);
  const links = {
    companies: await api.associated("tasks", "companies", ids),
    checkIns: await api.associated("tasks", "p_check_in", ids),
    contacts: await api.associated("tasks", "contacts", ids),
  };
  const contactOf = await api.associated("companies", "contacts", [...companies.keys()]);
  const byKey = groupBy(tasks, ({ properties }) => properties["keyline_task_key"] ?? "");
  const checkInByKey = groupBy(checkIns, ({ properties }) => properties["check_in_key"] ?? "");
  const findings: Findings = { tasks: tasks.length, doubled: 0, missing: 0, surplus: binned.length, wrong: [] };
  const wanted = new Set<string>();

  for (const [companyId, account] of companies) {
    const expected = expectedTask(account, companyId, portal);
    const key = expected.properties["keyline_task_key"] ?? "";
    wanted.add(key);
    const [task, ...twins] = byKey.get(key) ?? [];
    const [checkIn, ...others] = checkInByKey.get(`${companyId}:${slot}`) ?? [];
    findings.doubled += twins.length + others.length;
    if (!task || !checkIn) {
      findings.missing++;
      continue;
    }
    const complain = (what: string, is: unknown, should: unknown) => {
      if (is !== should)
        findings.wrong.push(`${key}: ${what} is ${JSON.stringify(is)}, should be ${JSON.stringify(should)}`);
    };
    for (const [name, value] of Object.entries(expected.properties)) complain(name, task.properties[name], value);
    complain("body", outOfPlace(task.properties["hs_task_body"] ?? "", expected.body), undefined);
    complain("company", links.companies.get(task.id)?.join(), companyId);
    complain("check-in", links.checkIns.get(task.id)?.join(), checkIn.id);
    complain("contacts", links.contacts.get(task.id)?.join(), contactOf.get(companyId)?.join());
    complain("state", checkIn.properties["state"], "planned");
    complain("due date", checkIn.properties["due_date"], slot);
    complain("reminder", checkIn.properties["reminder_state"], "open");
    complain("task of the check-in", checkIn.properties["reminder_task_id"], task.id);
  }
  findings.surplus += tasks.filter(({ properties }) => !wanted.has(properties["keyline_task_key"] ?? "")).length;
  findings.surplus += checkIns.length - companies.size;
  return findings;
}

async function readPortal(api: Api): Promise<{ id: string; uiDomain: string }> {
  const { portalId, uiDomain } = await api.call<{ portalId: number; uiDomain: string }>(
    "GET",
    "/account-info/2026-09/details",
  );
  return { id: String(portalId), uiDomain };
}

/** The first text that is not in the body after those before it; undefined when all are. */
function outOfPlace(body: string, texts: readonly string[]): string | undefined {
  let from = 0;
  for (const text of texts) {
    const at = body.indexOf(text, from);
    if (at < 0) return `without “${text}” (${body})`;
    from = at + text.length;
  }
  return undefined;
}

function groupBy(records: readonly Listed[], keyOf: (record: Listed) => string): Map<string, Listed[]> {
  const groups = new Map<string, Listed[]>();
  for (const record of records) groups.set(keyOf(record), [...(groups.get(keyOf(record)) ?? []), record]);
  return groups;
}
