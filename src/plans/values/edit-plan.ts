import { accountPlan, Problem, type EditPlan, type PlanEdit, type PlanWritten } from "@keyline/domain";
import { mergeEdit, type Desk } from "../../desk/index.ts";
import { saved } from "../cards/saved.ts";
import type { PlanRecord } from "../facts.ts";
import { readPlan } from "../read-plan.ts";
import { planProperties, planValuesOf } from "./plan-values.ts";

/** Some values of a plan, as somebody wants them now. A closed plan is history and stays as it is. */
export async function editPlan(desk: Desk, { companyId, planKey, expected, wanted }: EditPlan): Promise<PlanWritten> {
  const { currency, hubspot } = desk;
  const plan = await readPlan(desk, companyId, planKey);
  mustBeOpen(plan);
  const { change, clash } = mergeEdit<PlanEdit>(expected, wanted, planValuesOf(plan.properties, currency));
  if (clash) throw changedMeanwhile(clash);
  if (Object.keys(change).length > 0) {
    const properties = planProperties(change, currency);
    const { refused } = await hubspot.records(accountPlan).update([{ id: plan.id, properties }]);
    if (refused[0]) throw refused[0].problem;
  }
  return saved(desk, { companyId, planKey });
}

/** Throws `conflict` for a plan that somebody has closed. */
export function mustBeOpen({ properties }: PlanRecord): void {
  if (properties.plan_status !== "closed") return;
  const words = {
    en: "This plan is closed and can no longer be changed.",
    ar: "أُغلقت هذه الخطة ولم يعد تغييرها ممكنًا.",
  };
  throw new Problem("refused", words.en, { words });
}

export function changedMeanwhile(found: object): Problem {
  const words = {
    en: "Somebody has changed this since you opened the card.",
    ar: "غيّر شخص آخر هذا بعد أن فتحت البطاقة.",
  };
  return new Problem("conflict", words.en, { words, found });
}
