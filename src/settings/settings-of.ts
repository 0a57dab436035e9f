import { company, dateIn, timeZoneOf, type SettingsAnswer } from "@keyline/domain";
import { readOwners } from "../desk/index.ts";
import type { HubSpot, WireProperty } from "../hubspot/index.ts";
import type { SettingsDesk } from "./settings-desk.ts";
import { readStoredSettings } from "./stored-settings.ts";

/** The settings page: what is set, and what can be chosen. Calls go side by side, one in a row. */
export async function settingsOf(desk: SettingsDesk): Promise<SettingsAnswer> {
  const { hubspot, log } = desk;
  const unreadable = new Set<SettingsAnswer["unreadable"][number]>();
  const part = <T>(name: SettingsAnswer["unreadable"][number], reading: Promise<T>, otherwise: T): Promise<T> =>
    reading.catch((error: unknown) => {
      unreadable.add(name);
      log.warn({ part: name, reason: String(error) }, "A part of the settings page cannot be read");
      return otherwise;
    });
  const companyProperties = hubspot.definitions.properties("companies");
  const [stored, owners, pipelines, properties, accounts] = await Promise.all([
    readStoredSettings(hubspot),
    part("owners", readOwners(hubspot, desk.settings), new Map<string, never>()),
    part("deals", hubspot.pipelines("deals"), []),
    companyProperties,
    part("accounts", countManaged(hubspot, companyProperties), null),
  ]);
  const { settings, isSpoilt } = stored;
  const now = desk.now();
  return {
    asOf: now.toISOString(),
    today: dateIn(timeZoneOf(settings, desk.timeZone), now),
    timeZone: desk.timeZone,
    currency: desk.currency,
    access: { canWrite: true, why: null },
    unreadable: [...unreadable],
    settings,
    isSpoilt,
    owners: [...owners.values()].filter(({ isActive }) => isActive).map(({ id, name }) => ({ id, name: name || id })),
    pipelines: pipelines.map(({ id, label, stages }) => ({
      value: id,
      name: label,
      stages: stages.map((stage) => ({ value: stage.id, name: stage.label })),
    })),
    dateProperties: choicesOf(properties, "date"),
    numberProperties: choicesOf(properties, "number"),
    accounts,
  };
}

function choicesOf(properties: readonly WireProperty[], type: string) {
  return properties
    .filter((property) => property.type === type && !property.archived)
    .map(({ name, label }) => ({ value: name, name: label }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** A portal whose properties are not made yet has no managed account. */
async function countManaged(hubspot: HubSpot, properties: Promise<readonly WireProperty[]>): Promise<number> {
  const managed = ["am_account_type", "am_rhythm"] as const;
  try {
    return await hubspot
      .records(company)
      .count([managed.map((property) => ({ property, operator: "HAS_PROPERTY" as const }))]);
  } catch (failure) {
    const known = new Set((await properties).filter(({ archived }) => !archived).map(({ name }) => name));
    if (managed.every((name) => known.has(name))) throw failure;
    return 0;
  }
}
