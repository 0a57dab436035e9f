import { z } from "zod";
import { metricNames, metricUnits, noDataReasons } from "../vocabulary/metrics.ts";
import { needStatuses } from "../vocabulary/needs.ts";
import { signalKinds } from "../vocabulary/signals.ts";
import { periodKey } from "./kpis.ts";
import { cardFacts, companyQuery, plainDate, recordId, recordLink } from "./shapes.ts";

/** `GET /cards/kpis/metric`: where one number comes from. `page` counts from 0, a hundred records each. */
export const kpiDetailQuery = companyQuery.extend({
  metric: metricNames.schema,
  period: periodKey,
  page: z.coerce.number().int().min(0).max(100).default(0),
});

export type KpiDetailQuery = z.output<typeof kpiDetailQuery>;

/** What kinds of records a metric may count. */
export const countedObjects = [
  "deals",
  "tickets",
  "feedback_submissions",
  "account_signal",
  "check_in",
  "account_need",
] as const;
export type CountedObject = (typeof countedObjects)[number];

/** What one record adds to the number. */
export const kpiShare = z.discriminatedUnion("kind", [
  /** A deal; `isBefore` when it belongs to the period that is compared with. */
  z.object({ kind: z.literal("money"), amountMinor: z.number().int().nullable(), isBefore: z.boolean() }),
  z.object({
    kind: z.literal("answer"),
    value: z.number(),
    of: z.number().nullable(),
    says: z.enum(["satisfied", "not-satisfied", "promoter", "passive", "detractor"]),
  }),
  z.object({ kind: z.literal("signal"), is: signalKinds.schema }),
  z.object({ kind: z.literal("check-in"), says: z.enum(["kept", "late", "missed", "skipped", "waiting"]) }),
  z.object({ kind: z.literal("promises"), done: z.number().int(), given: z.number().int() }),
  z.object({ kind: z.literal("need"), status: needStatuses.schema }),
  /** Counts for one. */
  z.object({ kind: z.literal("one") }),
]);
export type KpiShare = z.infer<typeof kpiShare>;

export const countedRecord = z.object({
  id: recordId,
  object: z.enum(countedObjects),
  link: recordLink,
  /** The day that put it into the period: closed, answered, happened, due, opened. */
  on: plainDate.nullable(),
  share: kpiShare,
  /** What was said, in the person's own words. */
  note: z.string().nullable(),
});
export type CountedRecord = z.infer<typeof countedRecord>;

/** The answer of `GET /cards/kpis/metric`. */
export const kpiDetailAnswer = z.object({
  ...cardFacts,
  metric: metricNames.schema,
  unit: metricUnits.schema,
  period: periodKey,
  /** How the number is made, in the language asked for. */
  formula: z.string(),
  value: z.number().nullable(),
  noData: noDataReasons.schema.nullable(),
  page: z.number().int(),
  /** The latest first. `total` counts all, `gone` those of this page that are no longer in HubSpot. */
  counted: z.object({ total: z.number().int(), gone: z.number().int(), records: z.array(countedRecord) }),
  /** Looked at and not counted, by reason: `no_amount`, `skipped_or_waiting`. */
  leftOut: z.array(z.object({ reason: z.string(), total: z.number().int(), records: z.array(countedRecord) })),
});
export type KpiDetailAnswer = z.infer<typeof kpiDetailAnswer>;
