import type { PlanAnswer, PlanQuery } from "@keyline/domain";
import type { Desk } from "../../desk/index.ts";
import { openingsOf, type Whitespace } from "../sections/openings-of.ts";
import { presentCard } from "./present-card.ts";
import { readCard } from "./read-card.ts";

/** What opening the card needs beside its own records: another room works it out, and the http layer brings it. */
export interface PlanDesk extends Desk {
  /** What an account could still buy; at most two calls in a row. */
  whitespaceOf(companyId: string): Promise<Whitespace>;
}

/** The card as it opens: the plan, and beside it what the account could still buy. */
export async function openCard(desk: PlanDesk, { companyId, planKey }: PlanQuery): Promise<PlanAnswer> {
  const whitespaceRead = desk.whitespaceOf(companyId).catch((error: unknown) => {
    desk.log.warn({ part: "openings", companyId, reason: String(error) }, "A part of the plan card cannot be read");
    return null;
  });
  const reading = await readCard(desk, companyId, planKey);
  const whitespace = await whitespaceRead;
  const answer = presentCard(desk, reading, planKey);
  return {
    ...answer,
    unreadable: [...answer.unreadable, ...(whitespace ? [] : ["openings" as const])],
    openings: whitespace && openingsOf(whitespace, reading.needs, reading.account.id, desk),
  };
}
