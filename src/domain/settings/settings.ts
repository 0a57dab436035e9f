import { z } from "zod";
import { defaultAccountsPerManager, defaultGraceDays, defaultLeadDays, defaultRhythms } from "../rhythm/defaults.ts";
import { weekdays } from "../calendar/weekdays.ts";
import { accountTypes, renewalOutlooks, tiers } from "../vocabulary/accounts.ts";
import { rhythmNames } from "../vocabulary/check-ins.ts";
import { languages } from "../words.ts";
import { byChoice } from "./by-choice.ts";
import { holidaySettings, timeOfDay, timeZone, workingWeek } from "./calendar-settings.ts";
import { healthWeights, priorityWeights, selectionWeights } from "./score-settings.ts";
import { defaultTargets, targets } from "./target-settings.ts";

const wholeDays = z.number().int("Give whole days").min(0, "Give 0 days or more").max(365, "Give at most 365 days");
const language = z.enum(languages);
const propertyName = z.string().regex(/^[a-z][a-z0-9_]*$/, "Write the internal name of a company property");

const sameForAll = <T>(value: T) => ({ sales: value, key: value, territory: value, strategic: value });

/** How one portal runs its accounts. Everything has a default: an empty object is a complete setting. */
export const settingsSchema = z.object({
  workingWeek: workingWeek.default(["sunday", "monday", "tuesday", "wednesday", "thursday"]),
  /** Null: the portal's own. */
  timeZone: timeZone.nullable().default(null),
  holidays: holidaySettings.prefault({}),
  /** When a task is due on its day, on the clock of its owner, else of the portal. */
  dueTime: timeOfDay.default("09:00"),
  /** Working days between the reminder and the due date. */
  leadDays: byChoice(tiers, wholeDays, defaultLeadDays),
  /** Working days after the due date before a check-in is overdue. */
  graceDays: wholeDays.default(defaultGraceDays),
  /** At most so many check-ins for one manager on one day, as far as the rhythm leaves room. */
  capacityPerDay: z.number().int().min(1, "Give at least 1").default(6),
  rhythms: byChoice(accountTypes, rhythmNames.schema, defaultRhythms),
  /** Before a notice date the rhythm is `factor` times as often; a factor of 1 leaves it. */
  tighten: byChoice(
    accountTypes,
    z.object({ withinDays: wholeDays.default(90), factor: z.number().int().min(1).max(8).default(2) }),
    sameForAll({ withinDays: 90, factor: 2 }),
  ),
  /** Who may change an account on its cards: everyone who sees it, or only its owner, lead, team, sponsor and their managers. */
  whoMayEdit: z.enum(["everyone", "team"]).default("everyone"),
  /** A meeting or call already made is offered as the check-in, counts by itself, or neither. */
  contactMade: z.enum(["offer", "count", "off"]).default("offer"),
  priorityWeights: priorityWeights.prefault({}),
  selectionWeights: selectionWeights.prefault({}),
  healthWeights: healthWeights.prefault({}),
  targets: byChoice(accountTypes, targets, defaultTargets),
  accountsPerManager: byChoice(accountTypes, z.number().int().min(1, "Give at least 1"), defaultAccountsPerManager),
  language: z
    .object({
      /** HubSpot's labels have one language for all. */
      labels: language.default("en"),
      /** Tasks for owners whose language nobody has set. */
      tasks: language.default("en"),
      /** Owner id to language. */
      byOwner: z.record(z.string(), language).default({}),
    })
    .prefault({}),
  escalation: z
    .object({
      enabled: z.boolean().default(true),
      /** Who gets what an owner without a manager leaves undone; null: the account's lead manager. */
      fallbackOwnerId: z.string().nullable().default(null),
    })
    .prefault({}),
  digest: z
    .object({
      enabled: z.boolean().default(false),
      weekday: weekdays.schema.default("sunday"),
      time: timeOfDay.default("08:00"),
    })
    .prefault({}),
  /** The task queue that reminders are put into; null: none. */
  taskQueueId: z.string().nullable().default(null),
  fiscalYearStartMonth: z.number().int().min(1, "A month is 1 to 12").max(12, "A month is 1 to 12").default(1),
  renewals: z
    .object({
      /** Where the portal keeps these dates when it has properties of its own. */
      contractEndProperty: propertyName.default("am_contract_end"),
      noticeByProperty: propertyName.default("am_notice_by"),
      valueProperty: propertyName.default("am_renewal_value"),
      /** Deals of this pipeline are renewals; null: none are. */
      pipelineId: z.string().nullable().default(null),
      /** Deal stage id to outlook; won and lost need no entry. */
      stages: z.record(z.string(), renewalOutlooks.schema).default({}),
    })
    .prefault({}),
  /** After so many days a card says it: a silent decision maker, an untouched plan, an unconfirmed need. */
  staleAfterDays: z
    .object({
      contact: wholeDays.default(120),
      plan: wholeDays.default(60),
      need: wholeDays.default(90),
    })
    .prefault({}),
});

export type Settings = z.output<typeof settingsSchema>;
/** Settings as they are written down: what is left out has its default. */
export type SettingsInput = z.input<typeof settingsSchema>;
