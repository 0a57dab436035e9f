import { company, Problem } from "@keyline/domain";
import { z } from "zod";
import { recalculateFew } from "../../kpis/index.ts";
import { goneProblem } from "../../desk/index.ts";
import { defineAction } from "../define-action.ts";

/** The account's numbers, brought up to date; the workflow waits, so that its next step reads the new ones. */
export const recalculateAccount = defineAction({
  uid: "keyline_recalculate_account",
  path: "/workflow-actions/recalculate-account",
  input: z.object({}),
  outputs: ["health_score", "goal_attainment"],
  isSlow: true,
  async perform(desk, { companyId }) {
    const { refused } = await recalculateFew(desk, [companyId]);
    if (refused[0]) throw new Problem("refused", refused[0].problem.message, { cause: refused[0].problem });
    const record = await desk.hubspot.records(company).readOne(companyId);
    if (!record) throw goneProblem("company");
    const { am_health_score: health, am_goal_attainment: attainment } = record.properties;
    return { health_score: textOf(health), goal_attainment: textOf(attainment) };
  },
});

function textOf(value: number | null): string {
  return value === null ? "" : String(value);
}
