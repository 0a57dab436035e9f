import type { CheckInsWritten } from "@keyline/domain";
import { Problem } from "@keyline/domain";
import { planFew } from "../plan-companies.ts";
import { checkInsOf } from "./check-ins-of.ts";
import type { Desk } from "../../desk/index.ts";
import type { CheckInName } from "./read-history.ts";

/** After a change: the planner looks at this company, so that the answer shows what follows, and the card is read anew. */
export async function saved(
  desk: Desk,
  companyId: string,
  touched: readonly CheckInName[] = [],
): Promise<CheckInsWritten> {
  const keys = new Map([[companyId, touched.map(({ key }) => key)]]);
  const { refused } = await planFew(desk, [companyId], { keys });
  // The person's own change stands; what follows from it is tried again by the next pass.
  for (const { what, message } of refused) {
    if (what === "rhythm") throw new Problem("invalid-input", message);
    desk.log.warn({ companyId, what, reason: message }, "HubSpot did not take a write; it is tried again");
  }
  return { outcome: "saved", checkIns: await checkInsOf(desk, { companyId, touched }) };
}
