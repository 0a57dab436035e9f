import { z } from "zod";
import { healthParts, priorityParts, selectionParts } from "../vocabulary/scores.ts";
import { targets } from "../settings/target-settings.ts";
import { jsonText } from "./json-text.ts";

/** The targets of one account, which stand before its type's (`am_targets`). */
export const ownTargets = jsonText("am_targets", targets);

const line = z.string().max(300);

/** One line for each judged factor: why it was judged so (`am_factor_reasons`). */
export const factorReasons = jsonText(
  "am_factor_reasons",
  z.object({
    competition: line.optional(),
    relationship: line.optional(),
    resources: line.optional(),
    growth_potential: line.optional(),
    partnership_potential: line.optional(),
    financial_health: line.optional(),
    standing: line.optional(),
    new_markets: line.optional(),
  }),
);

const words = z.object({ en: z.string(), ar: z.string() });
const score = <P extends string>(part: z.ZodType<P>) =>
  z.object({
    score: z.number().nullable(),
    parts: z.array(z.object({ part, points: z.number(), max: z.number(), reason: words })),
    missing: z.array(part),
  });

/** What the scores of a company were made of when they were last computed (`am_score_reasons`). */
export const scoreReasons = jsonText(
  "am_score_reasons",
  z.object({
    priority: score(priorityParts.schema),
    selection: score(selectionParts.schema),
    health: score(healthParts.schema),
    /** The last health of each month (`2026-11`), at most thirteen months: what a change is measured against. */
    healthByMonth: z.record(z.string(), z.number()).default({}),
  }),
);

/** The products of an account by id: in line items of won deals, and in those of open ones (`am_products`). */
export const accountProducts = jsonText(
  "am_products",
  z.object({ bought: z.array(z.string()), open: z.array(z.string()) }),
);
