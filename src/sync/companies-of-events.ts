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
  const telling = events.filter((event) => !isEcho(event));
  const tasks = new Set(telling.filter(isAboutTask).flatMap((event) => event.objectId ?? []));
  const keys = await taskKeys([...tasks], hubspot);
  const ofTasks = keys.flatMap((key) => key.split(":")[1] ?? []);
  return [...new Set([...telling.flatMap(companyIdsIn), ...ofTasks])];
}

/**
 * What the planner's own writes make HubSpot say: ten thousand reminders must not wake it ten thousand times. Of a task it
 * hears what people answer with (completed, deleted, restored), never its owner or date, and an anchor that an app wrote is
 * the planner's.
 */
function isEcho(event: HubSpotEvent): boolean {
  const { propertyName, propertyValue, changeSource } = event;
  if (propertyName === "am_rhythm_anchor") return changeSource === "INTEGRATION";
  if (!isAboutTask(event)) return false;
  if (propertyName === undefined) return event.subscriptionType.endsWith("creation");
  return propertyName !== "hs_task_status" || propertyValue === "NOT_STARTED";
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
