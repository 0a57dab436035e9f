import {
  accountKpi,
  accountNeed,
  accountPlan,
  company,
  planObjective,
  Problem,
  type PlanObjective,
} from "@keyline/domain";
import { goneProblem, type Desk } from "../../desk/index.ts";
import type { ObjectiveRecord } from "../facts.ts";

/** Reads one objective of a company for certain. Throws `not-found`. */
export async function readObjective({ hubspot }: Desk, companyId: string, key: string): Promise<ObjectiveRecord> {
  const [found] = await hubspot.records(planObjective).read([key], { idProperty: planObjective.key });
  const of = found?.properties.company_record_id;
  // One that somebody made by hand may not name its company; its key does.
  const isOurs = found && (of === null || of === Number(companyId) || key.startsWith(`${companyId}:`));
  if (!isOurs) throw goneProblem("objective");
  return found;
}

/** Changes one objective. Throws HubSpot's refusal. */
export async function changeObjective(
  { hubspot }: Desk,
  id: string,
  properties: Partial<PlanObjective>,
): Promise<void> {
  if (Object.keys(properties).length === 0) return;
  const { refused } = await hubspot.records(planObjective).update([{ id, properties }]);
  if (refused[0]) throw refused[0].problem;
}

/** What an objective hangs on, by record id; what is left out or null stays as it is. */
export interface Ties {
  companyId?: string;
  /** The company whose need it serves: its cards find it there. */
  servedId?: string | null;
  planId?: string | null;
  needId?: string | null;
  kpiId?: string | null;
}

/** Ties an objective to its company, its plan, the need it serves, the KPI it follows. Doing it twice is doing it once. */
export async function tieObjective({ hubspot }: Desk, id: string, ties: Ties): Promise<void> {
  const { companyId, servedId, planId, needId, kpiId } = ties;
  const tie = (to: Parameters<typeof hubspot.associations.create>[1], toId: string | null | undefined) =>
    toId ? hubspot.associations.create(planObjective, to, [{ from: id, to: toId }]) : { refused: [] };
  const answers = await Promise.all([
    tie(company, companyId),
    tie(company, servedId === companyId ? null : servedId),
    tie(accountPlan, planId),
    tie(accountNeed, needId),
    tie(accountKpi, kpiId),
  ]);
  const refusal = answers.flatMap(({ refused }) => refused)[0];
  if (refusal) throw refusal.problem;
}

/** Somebody else was faster: `found` says what stands there now. */
export function objectiveChanged(found: object): Problem {
  const words = {
    en: "Somebody has changed this since you opened the card.",
    ar: "غيّر شخص آخر هذا بعد أن فتحت البطاقة.",
  };
  return new Problem("conflict", words.en, { words, found });
}
