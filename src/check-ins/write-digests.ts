import { company, momentAt, task, weekdayOf } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import { digestKey, digestTask, type DigestFacts, type Tally } from "./digest-task.ts";
import type { OwnerFacts, PortalFacts } from "./facts.ts";
import type { PlannerParts } from "./portal-facts.ts";

/** So many names of a kind; the number says the rest. */
const mostNames = 10;

/**
 * On its day of the week, once: a task for each manager of account managers, with what is late, slipping and without a
 * plan among their people's accounts. Off unless the settings say otherwise. Answers how many were written.
 */
export async function writeDigests(parts: PlannerParts, portal: PortalFacts): Promise<number> {
  const { hubspot, settings, now, canUseTaskKey = true } = parts;
  const { enabled, weekday, time } = settings.digest;
  if (!enabled || !canUseTaskKey || weekdayOf(portal.today) !== weekday) return 0;
  if (now() < momentAt(portal.today, time, portal.timeZone)) return 0;
  const managers = managersOf(portal);
  const written = await alreadyWritten(hubspot, managers, portal);
  const open = managers.filter(({ id }) => !written.has(digestKey(portal.id, id, portal.today)));
  if (open.length === 0) return 0;
  const facts = await readDigestFacts(hubspot, portal);
  const inputs = open.flatMap((manager) => {
    const own = facts.get(manager.id);
    if (!own) return [];
    return [
      { key: digestKey(portal.id, manager.id, portal.today), properties: {}, extra: digestTask(own, manager, portal) },
    ];
  });
  return (await hubspot.records(task).upsert(inputs, { by: "keyline_task_key" })).written.length;
}

function managersOf({ owners }: PortalFacts): OwnerFacts[] {
  const ids = new Set([...owners.values()].map(({ managerId }) => managerId));
  return [...owners.values()].filter(({ id, isActive }) => isActive && ids.has(id));
}

/** A digest that somebody deleted is not written again. */
async function alreadyWritten(hubspot: HubSpot, managers: readonly OwnerFacts[], portal: PortalFacts) {
  const keys = managers.map(({ id }) => digestKey(portal.id, id, portal.today));
  const read = (archived: boolean) =>
    hubspot.records(task).read(keys, { idProperty: "keyline_task_key", properties: ["keyline_task_key"], archived });
  const found = [...(await read(false)), ...(await read(true))];
  return new Set(found.map(({ properties }) => properties.keyline_task_key));
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
      const lead = properties.am_lead_manager ?? raw["hubspot_owner_id"] ?? "";
      const managerId = owners.get(lead)?.managerId;
      if (!managerId) continue;
      const own = facts.get(managerId) ?? { late: none(), slipping: none(), withoutPlan: none() };
      facts.set(managerId, own);
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
