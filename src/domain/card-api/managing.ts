import { z } from "zod";
import { weekdays } from "../calendar/weekdays.ts";
import { accountTypes, tiers } from "../vocabulary/accounts.ts";
import { rhythmNames } from "../vocabulary/check-ins.ts";
import { chosenRhythm } from "./rhythm.ts";
import { person, plainDate, recordId, writeIntent } from "./shapes.ts";

/** What "Start managing" and "Change rhythm" offer. The defaults of each type come from the portal's settings. */
export const managingOptions = z.object({
  byType: z.array(
    z.object({
      type: accountTypes.schema,
      tier: tiers.schema,
      rhythm: z.object({ name: rhythmNames.schema, rule: z.string().nullable() }),
    }),
  ),
  /** The type that HubSpot's facts suggest; null when nothing speaks for one. */
  suggestedType: accountTypes.schema.nullable(),
  suggestedStart: plainDate,
  suggestedLeadManagerId: recordId.nullable(),
  owners: z.array(person),
  workingDays: z.array(weekdays.schema),
});
export type ManagingOptions = z.infer<typeof managingOptions>;

/** `POST /cards/check-ins/start-managing`: gives a company its type and rhythm, and plans the first check-in. */
export const startManaging = z.object({
  ...writeIntent.shape,
  type: accountTypes.schema,
  tier: tiers.schema.nullable(),
  rhythm: chosenRhythm,
  leadManagerId: recordId.nullable(),
});
export type StartManaging = z.infer<typeof startManaging>;

/**
 * `POST /cards/check-ins/change-rhythm`: another rhythm, a pause, another lead, or (`rhythm: null`) the end of
 * managing. Pauses: the first day without check-ins, the first day with them again. `expected` is the rhythm that the
 * person saw; another one there now is a conflict.
 */
export const changeRhythm = z
  .object({
    ...writeIntent.shape,
    rhythm: chosenRhythm.nullable(),
    pausedFrom: plainDate.nullable(),
    pausedUntil: plainDate.nullable(),
    tier: tiers.schema.nullable(),
    leadManagerId: recordId.nullable(),
    expected: z.object({ name: rhythmNames.schema, rule: z.string().nullable(), startsOn: plainDate }),
  })
  .refine((change) => !change.pausedFrom || !change.pausedUntil || change.pausedFrom < change.pausedUntil, {
    path: ["pausedUntil"],
    message: "ends-before-start",
  });
export type ChangeRhythm = z.infer<typeof changeRhythm>;
