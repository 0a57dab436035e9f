import { z } from "zod";
import { isPlainDate, type PlainDate } from "../calendar/plain-date.ts";
import { jsonText } from "./json-text.ts";

/**
 * The numbers whose change is news: those that can be reckoned for any day, so that today can be set against the day of the
 * last check-in. Percentages; NPS is −100 to 100.
 */
export const tellingNumbers = ["satisfaction", "nps", "goal_attainment"] as const;
export type TellingNumber = (typeof tellingNumbers)[number];

export const numberChange = z.object({ number: z.enum(tellingNumbers), now: z.number(), before: z.number() });
export type NumberChange = z.infer<typeof numberChange>;

/** What a company's numbers were on the day of its last check-in, where they are others today (`am_number_changes`). */
export const numberChanges = jsonText(
  "am_number_changes",
  z.object({ since: z.custom<PlainDate>(isPlainDate), numbers: z.array(numberChange) }),
);
