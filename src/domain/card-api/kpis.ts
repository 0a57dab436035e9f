import { z } from "zod";
import { accountTypes } from "../vocabulary/accounts.ts";
import { metricNames, metricUnits, noDataReasons, periodKinds } from "../vocabulary/metrics.ts";
import { cardFacts, companyQuery, person, plainDate, utcMoment } from "./shapes.ts";

/** `2026-11`, `2026-Q4` or `2026`. */
export const periodKey = z.string().regex(/^\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$/, "not-valid");

/** `GET /cards/kpis`. Without a period, the running one of `kind`; without both, the running quarter. */
export const kpisQuery = companyQuery.extend({
  kind: periodKinds.schema.optional(),
  period: periodKey.optional(),
});

/** A target as it was set: so much a month, a quarter or a year. Money in whole minor units. */
export const kpiTarget = z.object({ per: periodKinds.schema, value: z.number() });
export type KpiTarget = z.infer<typeof kpiTarget>;

/** How a metric stands against its target; a running period counts by the days that have passed. */
export const kpiStandings = ["reached", "on-track", "behind"] as const;

/** One metric in one period. Money in whole minor units, percentages and scores as plain numbers. */
export const kpiFigure = z.object({
  metric: metricNames.schema,
  unit: metricUnits.schema,
  /** False: never calculated for this period, which says nothing at all, not even that there is no data. */
  isCalculated: z.boolean(),
  /** Null is no data, never zero; `noData` says why. */
  value: z.number().nullable(),
  noData: noDataReasons.schema.nullable(),
  /** What to reach in this very period; `isOwn` when it was set for this account. */
  target: z.object({ value: z.number(), isOwn: z.boolean() }).nullable(),
  ownTarget: kpiTarget.nullable(),
  /** What accounts of this type aim at. */
  typeTarget: kpiTarget.nullable(),
  attainmentPercent: z.number().nullable(),
  standing: z.enum(kpiStandings).nullable(),
  /** The period before, and what has changed since; null where either is not known. */
  before: z.number().nullable(),
  trend: z
    .object({ difference: z.number(), percent: z.number().nullable(), isGood: z.boolean().nullable() })
    .nullable(),
  /** Oldest first, the chosen period last; null: no data, or not calculated. */
  history: z.array(z.object({ period: periodKey, value: z.number().nullable() })),
  /** How many records were counted. */
  counted: z.number().int(),
});
export type KpiFigure = z.infer<typeof kpiFigure>;

/** Parts that are read apart; one that failed is named, and the rest of the card still shows. */
export const kpiParts = ["contacts", "ownTargets"] as const;

/** The answer of `GET /cards/kpis`, and, with the change applied, of every write below it. */
export const kpisAnswer = z.object({
  ...cardFacts,
  unreadable: z.array(z.enum(kpiParts)),
  type: accountTypes.schema.nullable(),
  period: z.object({
    key: periodKey,
    kind: periodKinds.schema,
    startsOn: plainDate,
    endsOn: plainDate,
    stage: z.enum(["ahead", "running", "over"]),
    comparedWith: periodKey,
  }),
  /** What can be chosen, the running one first. */
  choices: z.object({ month: z.array(periodKey), quarter: z.array(periodKey), year: z.array(periodKey) }),
  /** In the order in which people see them. */
  figures: z.array(kpiFigure),
  /** When the oldest figure of the period was calculated; null while none is. */
  calculatedAt: utcMoment.nullable(),
  /** Periods of the charts that were never calculated, latest first; the chosen one may be among them. */
  notCalculated: z.array(periodKey),
  /** The company's contacts, for "who told us". */
  contacts: z.array(person),
});
export type KpisAnswer = z.infer<typeof kpisAnswer>;
