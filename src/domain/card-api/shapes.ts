import { z } from "zod";
import { isPlainDate, type PlainDate } from "../calendar/plain-date.ts";
import { languages } from "../words.ts";

/** A HubSpot record or owner id: digits, as text. */
export const recordId = z.string().regex(/^\d+$/, "not-valid");

/** `2026-11-24`. */
export const plainDate = z.custom<PlainDate>(isPlainDate, "not-a-date");

/** ISO 8601 in UTC. */
export const utcMoment = z.iso.datetime({ offset: true });

/** ISO 4217: `SAR`. Amounts beside it are whole minor units. */
export const currencyCode = z.string().regex(/^[A-Z]{3}$/, "not-valid");

/** An owner, contact or other person. `name` is what people call them, never empty. */
export const person = z.object({ id: recordId, name: z.string() });
export type Person = z.infer<typeof person>;

/** A record of HubSpot that a card names; `url` opens it, null where the card has no way to it. */
export const recordLink = z.object({ id: recordId, name: z.string(), url: z.string().nullable() });
export type RecordLink = z.infer<typeof recordLink>;

/**
 * What this user may do here. `why` says what stands in the way when `canWrite` is false: the user only reads
 * (`read-only`), or their HubSpot permissions do not cover this company (`no-permission`).
 */
export const access = z.object({ canWrite: z.boolean(), why: z.enum(["read-only", "no-permission"]).nullable() });
export type Access = z.infer<typeof access>;

/** The query of every read. HubSpot adds `userId`, `portalId`, `userEmail` and `appId`, which the route takes itself. */
export const companyQuery = z.object({ companyId: recordId, lang: z.enum(languages).default("en") });

/**
 * In the body of every write. The key is made once for one intent of the person and kept over every repeat, so that
 * HubSpot's own repeat, a double click and a retry all get the first answer.
 */
export const writeIntent = z.object({ idempotencyKey: z.string().min(8).max(128), companyId: recordId });

/** What the top of every read answer holds. `today` is the date on the portal's clock. */
export const cardFacts = {
  asOf: utcMoment,
  today: plainDate,
  timeZone: z.string(),
  currency: currencyCode,
  company: z.object({ id: recordId, name: z.string() }),
  access,
};
