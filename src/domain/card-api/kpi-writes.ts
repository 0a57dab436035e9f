import { z } from "zod";
import { metricNames, unitOfMetric, type MetricName } from "../vocabulary/metrics.ts";
import { testimonialKinds } from "../vocabulary/signals.ts";
import { kpisAnswer, kpiTarget, periodKey } from "./kpis.ts";
import { plainDate, recordId, writeIntent } from "./shapes.ts";

/** In every write: the period that the card shows, so that the answer shows it too. */
const onCard = { ...writeIntent.shape, shown: periodKey };

/**
 * `POST /cards/kpis/set-target`: this account's own target; null goes back to the type's. `expected` is the own target
 * that the person saw: another one there now is a conflict (409 with `found`).
 */
export const setTarget = z
  .object({ ...onCard, metric: metricNames.schema, target: kpiTarget.nullable(), expected: kpiTarget.nullable() })
  .superRefine(({ metric, target }, context) => {
    if (!target || isTarget(metric, target.value)) return;
    context.addIssue({ code: "custom", path: ["target", "value"], message: "out-of-range" });
  });
export type SetTarget = z.infer<typeof setTarget>;

/** `found` of a conflict over a target: the own target that stands there now. */
export const foundTarget = z.object({ target: kpiTarget.nullable() });
export type FoundTarget = z.infer<typeof foundTarget>;

/** The kinds of facts that people record on the card. */
export const recordableSignals = ["referral", ...testimonialKinds] as const;

/** `POST /cards/kpis/record-signal`: a referral or a testimonial. The same intent sent twice is one record. */
export const recordSignal = z.object({
  ...onCard,
  kind: z.enum(recordableSignals, "choose-one"),
  happenedOn: plainDate,
  /** The contact who told us. */
  contactId: recordId.nullable(),
  /** Whom they referred us to, or what it was about, in a few words. */
  about: z.string().trim().max(200, "too-long").nullable(),
  quote: z.string().trim().max(5_000, "too-long").nullable(),
  mayBeQuoted: z.boolean(),
});
export type RecordSignal = z.infer<typeof recordSignal>;

/** `POST /cards/kpis/recalculate`: the metrics of some periods, now. `shown` is the one in view, which may be another. */
export const recalculateKpis = z.object({ ...onCard, periods: z.array(periodKey).min(1).max(16, "too-many") });
export type RecalculateKpis = z.infer<typeof recalculateKpis>;

/** A write that was done: the card's new state. */
export const kpisWritten = z.object({ outcome: z.literal("saved"), kpis: kpisAnswer });
export type KpisWritten = z.infer<typeof kpisWritten>;

/**
 * `changed`: records that say something else than before, or for the first time. `refused`: why HubSpot did not take
 * some of them; the others are saved.
 */
export const kpisRecalculated = kpisWritten.extend({ changed: z.number().int(), refused: z.string().nullable() });
export type KpisRecalculated = z.infer<typeof kpisRecalculated>;

const shares: readonly MetricName[] = ["satisfaction", "nps", "check_ins_kept", "recommendations_adopted", "needs_met"];

/** Something to reach: over nothing (no open tickets is an aim all the same), and a share is at most all. */
function isTarget(metric: MetricName, value: number): boolean {
  if (metric === "open_tickets") return Number.isInteger(value) && value >= 0;
  if (value <= 0) return false;
  if (shares.includes(metric)) return value <= 100;
  return unitOfMetric[metric] === "money" ? Number.isSafeInteger(value) : value <= 1_000_000;
}
