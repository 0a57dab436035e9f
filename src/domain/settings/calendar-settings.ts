import { z } from "zod";
import { holidayCountries } from "../calendar/holidays/index.ts";
import { isPlainDate, isTimeZone, type PlainDate } from "../calendar/plain-date.ts";
import { weekdays } from "../calendar/weekdays.ts";

export const plainDate = z.custom<PlainDate>(isPlainDate, "Write a date such as 2026-11-24");
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time such as 09:00");
const words = z.object({ en: z.string().min(1), ar: z.string().min(1) });

export const workingWeek = z
  .array(weekdays.schema)
  .min(1, "Choose at least one working day")
  .transform((days) => weekdays.values.filter((day) => days.includes(day)));

export const timeZone = z.string().refine(isTimeZone, "Choose a time zone such as Asia/Riyadh");

export const holidaySettings = z.object({
  /** Whose public holidays count; null takes the country of the time zone, when we ship its list. */
  countries: z.array(holidayCountries.schema).nullable().default(null),
  /** The portal's own days off, which also rename a shipped one of the same date. */
  own: z.array(z.object({ date: plainDate, name: words, provisional: z.boolean().optional() })).default([]),
  /** Shipped days that are worked here all the same, or that moved: name the new date in `own`. */
  worked: z.array(plainDate).default([]),
});
