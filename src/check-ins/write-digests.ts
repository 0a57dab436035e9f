import { company, momentAt, task, weekdayOf } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import { digestKey, digestTask, type DigestFacts, type Tally } from "./digest-task.ts";
import type { OwnerFacts, PortalFacts } from "./facts.ts";
import { keepDigestMemory, readDigestMemory } from "./digest-memory.ts";
import type { PlannerParts } from "./portal-facts.ts";
import { refuse, type Refused } from "./refused.ts";
import { managerOf, managersIn } from "./responsible.ts";

/** So many names of a kind; the number says the rest. */
const mostNames = 10;

/**
 * On its day of the week, once: a task for each manager of account managers, with what is late, slipping and without a
 * plan among their people's accounts. Off unless the settings say otherwise. Who has nothing to hear of gets none. Answers
 * what HubSpot refused; a later pass of the day tries that again.
 */
export async function writeDigests(parts: PlannerParts, portal: PortalFacts): Promise<Refused[]> {
  const { hubspot, settings, now, canUseTaskKey = true } = parts;
  const { enabled, weekday, time } = settings.digest;
  if (!enabled || !canUseTaskKey || weekdayOf(portal.today) !== weekday) return [];
  if (now() < momentAt(portal.today, time, portal.timeZone)) return [];
  const memory = await readDigestMemory(hubspot, portal.today);
  const open = managersIn(portal.owners).filter(({ id }) => !memory.settled.has(id));
  if (open.length === 0) return [];
  const facts = await readDigestFacts(hubspot, portal);
  const keyOf = (manager: OwnerFacts) => digestKey(portal.id, manager.id, portal.today);
  const inputs = open.flatMap((manager) => {
    const own = facts.get(manager.id);
    return own ? [{ key: keyOf(manager), properties: {}, extra: digestTask(own, manager, portal) }] : [];
  });
  const written = await hubspot.records(task).upsert(inputs, { by: "keyline_task_key" });
  const refused: Refused[] = [];
  refuse(refused, written, () => ({ companyId: "", what: "digest" }));
  const failed = new Set(refused.map(({ key }) => key));
  const done = open.filter((manager) => !failed.has(keyOf(manager))).map(({ id }) => id);
  const kept = { ...memory, settled: new Set([...memory.settled, ...done]) };
  return [...refused, ...(await keepDigestMemory(hubspot, kept, portal.today, settings.language.labels))];
}

async function readDigestFacts(hubspot: HubSpot, { owners }: PortalFacts): Promise<Map<string, DigestFacts>> {
  const facts = new Map<string, DigestFacts>();
  const isManaged = [
    { property: "am_account_type", operator: "HAS_PROPERTY" as const },
    { property: "am_rhythm", operator: "HAS_PROPERTY" as const },
  ];
  for await (const page of hubspot.records(company).search({
    where: [
      [...isManaged, { property: "am_overdue_check_ins", operator: "GT", value: 0 }],
      [...isManaged, { property: "am_health_band", operator: "IN", values: ["slipping", "at_risk"] }],
      [...isManaged, { property: "am_plan_status", operator: "NOT_HAS_PROPERTY" }],
    ],
    properties: ["am_lead_manager", "am_overdue_check_ins", "am_health_band", "am_plan_status"],
    extra: ["name", "hubspot_owner_id"],
  })) {
    for (const { id, properties, raw } of page) {
      const lead = owners.get(properties.am_lead_manager ?? raw["hubspot_owner_id"] ?? "");
      const manager = lead && managerOf(lead, owners);
      if (!manager) continue;
      const own = facts.get(manager.id) ?? { late: none(), slipping: none(), withoutPlan: none() };
      facts.set(manager.id, own);
      const name = raw["name"] || id;
      if ((properties.am_overdue_check_ins ?? 0) > 0) add(own.late, name);
      if (properties.am_health_band === "slipping" || properties.am_health_band === "at_risk") add(own.slipping, name);
      if (properties.am_plan_status === null) add(own.withoutPlan, name);
    }
  }
  return facts;
}

function none(): Tally {
  return { count: 0, names: [] };
}

function add(tally: Tally, name: string): void {
  tally.count++;
  if (tally.names.length < mostNames) tally.names.push(name);
}
