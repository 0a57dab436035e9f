import { dateIn, type CountedRecord, type MetricName, type PlainDate, type WorkingCalendar } from "@keyline/domain";
import type { HubSpot } from "../../../hubspot/index.ts";
import type { Span } from "../../facts/facts.ts";

/** What it takes to say what a record adds to a number. */
export interface Counting {
  metric: MetricName;
  span: Span;
  currency: string;
  timeZone: string;
  graceDays: number;
  calendar: WorkingCalendar;
}

/** A record that was counted or left out, before it gets its address. */
export type Shown = Omit<CountedRecord, "link" | "object"> & { name: string };

/** Reads records of one kind by their ids and says what each adds. Those that are gone are missing from the answer. */
export type ReadCounted = (hubspot: HubSpot, ids: readonly string[], counting: Counting) => Promise<Shown[]>;

/** The day of a moment (milliseconds since 1970) on the portal's clock. */
export function dayOf(ms: number | null, { timeZone }: Counting): PlainDate | null {
  return ms === null ? null : dateIn(timeZone, new Date(ms));
}
