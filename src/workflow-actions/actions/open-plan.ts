import { accountTypes, dateIn, planTemplates, Problem, proposedPeriods, timeZoneOf } from "@keyline/domain";
import { z } from "zod";
import { planActions, planCard } from "../../plans/index.ts";
import { defineAction } from "../define-action.ts";
import { optional } from "../inputs.ts";

const period = z.string().regex(/^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/, "Give a period such as 2027, 2027-Q1 or 2027-01");

/** A plan from a template, with all that HubSpot knows filled in. The plan that stands for that period already is left as it is. */
export const openPlan = defineAction({
  uid: "keyline_open_plan",
  path: "/workflow-actions/open-plan",
  input: z.object({ template: optional(accountTypes.schema), period: optional(period) }),
  outputs: ["plan_key", "plan_period", "is_new"],
  isSlow: false,
  async perform(desk, { companyId, input, callbackId, firstAskedAt }) {
    const { type, start, periods } = await planCard(desk, { companyId });
    const template = input.template ?? type;
    if (!template) throw noTemplate();
    const offer = start?.offers.find((one) => one.type === template);
    const today = dateIn(timeZoneOf(desk.settings, desk.timeZone), firstAskedAt);
    const { proposed } = proposedPeriods(planTemplates[template], today, desk.settings.fiscalYearStartMonth);
    const wanted = input.period ?? offer?.proposed ?? proposed.key;
    const { plan } = await planActions.createPlan(desk, {
      companyId,
      idempotencyKey: `workflow:${callbackId}`,
      type: template,
      period: wanted,
      goalMinor: wanted === offer?.proposed ? offer.goalMinor : null,
      ownerId: start?.ownerId ?? null,
      snapshot: start?.snapshot ?? null,
      startsManaging: false,
    });
    const isNew = !periods.some((one) => one.period === wanted);
    return { plan_key: plan.plan?.key ?? "", plan_period: wanted, is_new: String(isNew) };
  },
});

function noTemplate(): Problem {
  const en = "Choose a template: this account has no type that would suggest one.";
  const fields = [{ path: "template", message: en }];
  return new Problem("invalid-input", en, { words: { en, ar: "اختر قالبًا: ليس لهذا الحساب نوع يُستدل به." }, fields });
}
