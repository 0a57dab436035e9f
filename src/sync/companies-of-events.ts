import { task } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import type { HubSpotEvent } from "./events.ts";

/** HubSpot's ids of its own object types (developers.hubspot.com, CRM: object type IDs). */
const companyType = "0-2";
const taskType = "0-27";

/**
 * The companies whose check-ins an event may touch. A task leads to its company by its Keyline key
 * (`portal:company:slot:kind`); records that are none of ours lead nowhere.
 */
export async function companiesOfEvents(events: readonly HubSpotEvent[], hubspot: HubSpot): Promise<string[]> {
  const tasks = new Set(events.filter(isAboutTask).flatMap((event) => event.objectId ?? []));
  const keys = await taskKeys([...tasks], hubspot);
  const ofTasks = keys.flatMap((key) => key.split(":")[1] ?? []);
  return [...new Set([...events.flatMap(companyIdsIn), ...ofTasks])];
}

function isAboutTask(event: HubSpotEvent): boolean {
  return event.objectTypeId === taskType || event.subscriptionType.startsWith("task.");
}

function companyIdsIn(event: HubSpotEvent): string[] {
  const isCompany = event.objectTypeId === companyType || event.subscriptionType.startsWith("company.");
  if (!isCompany) return [];
  return [event.objectId, event.primaryObjectId, event.newObjectId, ...(event.mergedObjectIds ?? [])].filter(
    (id) => id !== undefined,
  );
}

/** A task that somebody deleted still says whose it was, among the archived ones. */
async function taskKeys(ids: readonly string[], hubspot: HubSpot): Promise<string[]> {
  if (ids.length === 0) return [];
  const tasks = hubspot.records(task);
  const found = await tasks.read(ids);
  const missing = ids.filter((id) => !found.some((record) => record.id === id));
  const archived = missing.length > 0 ? await tasks.read(missing, { archived: true }) : [];
  return [...found, ...archived].flatMap((record) => record.properties.keyline_task_key ?? []);
}
