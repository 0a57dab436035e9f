import type { PlanAnswer } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import { presentCard } from "./present-card.ts";
import { readCard } from "./read-card.ts";

/** The account plan of a company without what another room would have to work out: for those who only need the plan. */
export async function planCard(desk: Desk, { companyId }: { companyId: string }): Promise<PlanAnswer> {
  return presentCard(desk, await readCard(desk, companyId));
}
