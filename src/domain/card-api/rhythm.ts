import { z } from "zod";
import { parseRhythm } from "../rhythm/index.ts";
import { rhythmNames } from "../vocabulary/check-ins.ts";
import { plainDate } from "./shapes.ts";

/**
 * A rhythm as a person chooses it; `rule` as the property `am_rhythm_rule` keeps it (`first sunday`, `day 15`). Without
 * a rule, the start date's own day counts.
 */
export const chosenRhythm = z
  .object({ name: rhythmNames.schema, rule: z.string().max(200, "too-long").nullable(), startsOn: plainDate })
  .superRefine(({ name, rule, startsOn }, context) => {
    try {
      parseRhythm({ name, rule, anchor: startsOn });
    } catch {
      context.addIssue({ code: "custom", path: ["rule"], message: rule ? "not-valid" : "required" });
    }
  });
export type ChosenRhythm = z.infer<typeof chosenRhythm>;

/** A rhythm as it stands. `tightenedUntil`: the notice date, while check-ins come more often before it. */
export const rhythmStanding = z.object({
  name: rhythmNames.schema,
  rule: z.string().nullable(),
  startsOn: plainDate,
  pausedFrom: plainDate.nullable(),
  pausedUntil: plainDate.nullable(),
  tightenedUntil: plainDate.nullable(),
});
export type RhythmStanding = z.infer<typeof rhythmStanding>;
