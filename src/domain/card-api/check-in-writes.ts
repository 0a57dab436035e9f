import { z } from "zod";
import { checkInOutcomes, checkInStates } from "../vocabulary/check-ins.ts";
import { promiseState } from "./brief.ts";
import { checkInsAnswer } from "./check-ins.ts";
import { plainDate, recordId, writeIntent } from "./shapes.ts";

const text = z.string().max(5_000, "too-long");

/** What the person saw when they decided. Something else there now is a conflict (409 with `found`). */
const expected = z.object({ state: checkInStates.schema, due: plainDate });
const oneCheckIn = { ...writeIntent.shape, checkInKey: z.string().min(1), expected };

/** `POST /cards/check-ins/plan`: one more check-in, on a date of the person's choosing. */
export const planCheckIn = z.object({ ...writeIntent.shape, on: plainDate });
export type PlanCheckIn = z.infer<typeof planCheckIn>;

/** `POST /cards/check-ins/reschedule`: another date; the slot, and so the rhythm, stays. */
export const rescheduleCheckIn = z.object({ ...oneCheckIn, to: plainDate });
export type RescheduleCheckIn = z.infer<typeof rescheduleCheckIn>;

/** `POST /cards/check-ins/skip`. */
export const skipCheckIn = z.object({
  ...oneCheckIn,
  reason: z.string().trim().min(1, "required").max(500, "too-long"),
});
export type SkipCheckIn = z.infer<typeof skipCheckIn>;

/** What somebody will do, who (free words: ours or theirs), and by when. */
export const recommendation = z.object({
  what: z.string().trim().min(1, "required").max(500, "too-long"),
  who: z.string().max(200, "too-long").nullable(),
  by: plainDate.nullable(),
});
export type Recommendation = z.infer<typeof recommendation>;

/**
 * `POST /cards/check-ins/log`: a conversation that was held. `checkInKey` null: one that nobody had planned, then
 * `expected` is null too. `promised` answers for the recommendations of earlier check-ins.
 */
export const logCheckIn = z.object({
  ...writeIntent.shape,
  checkInKey: z.string().min(1).nullable(),
  expected: expected.nullable(),
  heldOn: plainDate,
  attendeeIds: z.array(recordId).max(50, "too-many"),
  topics: z.array(z.string().trim().min(1).max(300, "too-long")).max(30, "too-many"),
  outcome: z.enum(checkInOutcomes.values, "choose-one"),
  progress: text.nullable(),
  recommendations: z.array(recommendation).max(20, "too-many"),
  promised: z.array(z.object({ checkInKey: z.string(), id: z.string(), state: promiseState })),
  obstacles: text.nullable(),
  notes: text.nullable(),
  /** The meeting or call in HubSpot that this was. */
  contactMadeId: recordId.nullable(),
});
export type LogCheckIn = z.infer<typeof logCheckIn>;

/** `POST /cards/check-ins/confirm-contact`: was the meeting or call that check-in? A no is kept and not asked again. */
export const confirmContact = z.object({ ...oneCheckIn, contactMadeId: recordId, isCheckIn: z.boolean() });
export type ConfirmContact = z.infer<typeof confirmContact>;

/** `POST /cards/check-ins/mark-promise`: a recommendation of an earlier check-in is carried out, or not. */
export const markPromise = z.object({
  ...writeIntent.shape,
  checkInKey: z.string().min(1),
  id: z.string().min(1),
  state: promiseState,
});
export type MarkPromise = z.infer<typeof markPromise>;

/** A write that was done: the card's new state. */
export const checkInsWritten = z.object({ outcome: z.literal("saved"), checkIns: checkInsAnswer });
export type CheckInsWritten = z.infer<typeof checkInsWritten>;

/** `plan` and `reschedule` on a day off save nothing and offer the next working day; `holiday` names it. */
export const dateTaken = z.discriminatedUnion("outcome", [
  checkInsWritten,
  z.object({
    outcome: z.literal("day-off"),
    asked: plainDate,
    offered: plainDate,
    holiday: z.string().nullable(),
  }),
]);
export type DateTaken = z.infer<typeof dateTaken>;

/** `found` of a conflict over a check-in: what stands there now. */
export const foundCheckIn = z.object({
  state: checkInStates.schema,
  due: plainDate,
  heldOn: plainDate.nullable(),
  outcome: checkInOutcomes.schema.nullable(),
});
export type FoundCheckIn = z.infer<typeof foundCheckIn>;
