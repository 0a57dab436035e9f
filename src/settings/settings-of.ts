import { company, dateIn, timeZoneOf, type SettingsAnswer } from "@keyline/domain";
import { readOwners } from "../desk/index.ts";
import type { WireProperty } from "../hubspot/index.ts";
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
  const [stored, owners, pipelines, properties, accounts] = await Promise.all([
    readStoredSettings(hubspot),
    part("owners", readOwners(hubspot, desk.settings), new Map<string, never>()),
    part("deals", hubspot.pipelines("deals"), []),
    hubspot.definitions.properties("companies"),
    countManaged(desk),
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
async function countManaged({ hubspot }: SettingsDesk): Promise<number> {
  const isKnown = { operator: "HAS_PROPERTY" } as const;
  const where = [
    [
      { property: "am_account_type", ...isKnown },
      { property: "am_rhythm", ...isKnown },
    ],
  ];
  return hubspot
    .records(company)
    .count(where)
    .catch(() => 0);
}
