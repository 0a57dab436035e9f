import { z } from "zod";
import { jsonText } from "./json-text.ts";

const counted = z.object({
  /** HubSpot's or our name of the object: `deals`, `tickets`, `account_signal`. */
  object: z.string(),
  ids: z.array(z.string()),
});

/** The records that a metric counted (`evidence`). */
export const kpiEvidence = jsonText("evidence", z.array(counted));

/** The records that it looked at and did not count, by reason (`left_out`). */
export const kpiLeftOut = jsonText("left_out", z.array(counted.extend({ reason: z.string() })));
