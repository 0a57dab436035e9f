import { z } from "zod";
import { accountTypes, tiers } from "../vocabulary/accounts.ts";
import { checkInOutcomes, reminderStates } from "../vocabulary/check-ins.ts";
import { brief, promise } from "./brief.ts";
import { managingOptions } from "./managing.ts";
import { rhythmStanding } from "./rhythm.ts";
import { cardFacts, companyQuery, person, plainDate, recordId } from "./shapes.ts";

/** `GET /cards/check-ins`. With `before`, the history starts with the check-ins due before that date. */
export const checkInsQuery = companyQuery.extend({ before: plainDate.optional() });

/** A check-in that waits: planned, or overdue. `planned` is what was asked, `due` the working day it falls on. */
export const openCheckIn = z.object({
  id: recordId,
  key: z.string(),
  slot: plainDate,
  planned: plainDate,
  due: plainDate,
  remindOn: plainDate.nullable(),
  state: z.enum(["planned", "overdue"]),
  reminder: z.object({ taskId: recordId, state: reminderStates.schema, url: z.string().nullable() }).nullable(),
});
export type OpenCheckIn = z.infer<typeof openCheckIn>;

/** A check-in that is over: held, or skipped. */
export const pastCheckIn = z.object({
  id: recordId,
  key: z.string(),
  due: plainDate,
  state: z.enum(["held", "skipped"]),
  heldOn: plainDate.nullable(),
  outcome: checkInOutcomes.schema.nullable(),
  attendees: z.array(person),
  topics: z.array(z.string()),
  progress: z.string().nullable(),
  recommendations: z.array(promise),
  obstacles: z.string().nullable(),
  notes: z.string().nullable(),
  skipReason: z.string().nullable(),
});
export type PastCheckIn = z.infer<typeof pastCheckIn>;

/** A meeting or call logged in HubSpot that may have been the check-in `checkInKey`. */
export const offeredContact = z.object({
  id: recordId,
  kind: z.enum(["meeting", "call"]),
  title: z.string(),
  on: plainDate,
  people: z.array(person),
  checkInKey: z.string(),
});
export type OfferedContact = z.infer<typeof offeredContact>;

/** Parts that are read apart; one that failed is named, and the rest of the card still shows. */
export const checkInParts = ["brief", "history", "offeredContact", "contacts", "owners"] as const;

/** The answer of `GET /cards/check-ins`, and, with the change applied, of every write below it. */
export const checkInsAnswer = z.object({
  ...cardFacts,
  unreadable: z.array(z.enum(checkInParts)),
  /** Null while the account has no type or no rhythm. */
  rhythm: rhythmStanding.nullable(),
  type: accountTypes.schema.nullable(),
  tier: tiers.schema.nullable(),
  leadManager: person.nullable(),
  managedUnder: z.object({ id: recordId, name: z.string() }).nullable(),
  /** The earliest planned one. */
  next: openCheckIn.nullable(),
  /** Oldest first. */
  overdue: z.array(openCheckIn),
  /** Planned ones after `next`, earliest first. */
  later: z.array(openCheckIn),
  offeredContact: offeredContact.nullable(),
  brief: brief.nullable(),
  /** Latest first, ten a page. */
  history: z.array(pastCheckIn),
  hasEarlier: z.boolean(),
  /** The company's contacts, for "who was there". */
  contacts: z.array(person),
  managing: managingOptions,
});
export type CheckInsAnswer = z.infer<typeof checkInsAnswer>;
