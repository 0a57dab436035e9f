import { z } from "zod";
import { settingsSchema, type Settings } from "../settings/index.ts";
import { access, currencyCode, person, plainDate, utcMoment } from "./shapes.ts";

/** The settings page has no record: the query says only who reads. */
export const settingsQuery = z.object({ lang: z.enum(["en", "ar"]).default("en") });

/** What belongs together on the page, and is saved together: the names of its settings. */
export const settingsSections = {
  calendar: ["workingWeek", "timeZone", "holidays", "fiscalYearStartMonth"],
  rhythms: ["rhythms", "leadDays", "graceDays", "dueTime", "capacityPerDay", "tighten", "contactMade"],
  types: ["accountsPerManager", "staleAfterDays"],
  scores: ["priorityWeights", "selectionWeights", "healthWeights"],
  targets: ["targets"],
  renewals: ["renewals"],
  people: ["whoMayEdit", "escalation", "digest", "taskQueueId"],
  language: ["language"],
} as const satisfies Record<string, readonly (keyof Settings)[]>;
export type SettingsSection = keyof typeof settingsSections;

const section = z.enum(Object.keys(settingsSections) as SettingsSection[]);

const choice = z.object({ value: z.string(), name: z.string() });

/** The answer of `GET /cards/settings`. */
export const settingsAnswer = z.object({
  asOf: utcMoment,
  today: plainDate,
  /** The portal's own. */
  timeZone: z.string(),
  currency: currencyCode,
  access,
  unreadable: z.array(z.enum(["owners", "deals", "accounts"])),
  settings: settingsSchema,
  /** What HubSpot holds is no settings: these are the defaults, and saving replaces it. */
  isSpoilt: z.boolean(),
  owners: z.array(person),
  /** Deal pipelines with their stages, for renewals. */
  pipelines: z.array(choice.extend({ stages: z.array(choice) })),
  /** Company properties that hold dates, and those that hold numbers. */
  dateProperties: z.array(choice),
  numberProperties: z.array(choice),
  /** Managed accounts; null when they could not be counted. */
  accounts: z.number().int().nullable(),
});
export type SettingsAnswer = z.infer<typeof settingsAnswer>;

/**
 * `POST /cards/settings/save`: one section. `before` is what the person saw: where it stands otherwise now, that is a
 * conflict (409 with `found`). Other sections may have been changed by others meanwhile, and stay.
 */
export const saveSettings = z.object({
  idempotencyKey: z.string().min(8).max(128),
  section,
  before: settingsSchema,
  after: settingsSchema,
});
export type SaveSettings = z.infer<typeof saveSettings>;

export const settingsSaved = z.object({ outcome: z.literal("saved"), settings: settingsAnswer });
export type SettingsSaved = z.infer<typeof settingsSaved>;

/** `found` of a conflict: all settings as they stand now. */
export const foundSettings = z.object({ settings: settingsSchema });

/** `GET /cards/settings/installation`: what stands in the portal. */
export const installationAnswer = z.object({
  portalId: z.string(),
  asOf: utcMoment,
  /** Objects, properties, labels and lists that stand as declared, and those that are missing or differ. */
  standing: z.number().int(),
  missing: z.array(z.string()),
  warnings: z.array(z.object({ where: z.string(), message: z.string() })),
});
export type InstallationAnswer = z.infer<typeof installationAnswer>;

const order = z.object({ idempotencyKey: z.string().min(8).max(128) });

/** `POST /cards/settings/set-up`: makes what is missing, by a job. */
export const setUp = order;
export const setUpStarted = z.object({ outcome: z.literal("started") });

/** `POST /cards/settings/test-reminder`: one task for whoever asks, as a check-in would make it. */
export const testReminder = order;
export const testReminderMade = z.object({
  outcome: z.literal("made"),
  taskId: z.string(),
  url: z.string().nullable(),
});
export type TestReminderMade = z.infer<typeof testReminderMade>;
