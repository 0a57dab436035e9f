import { accountTypes, dateIn, Problem, timeZoneOf } from "@keyline/domain";
import { z } from "zod";
import { openFromTemplate, readAccount } from "../../plans/index.ts";
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
    const account = await readAccount(desk, companyId);
    const type = input.template ?? account.company.properties.am_account_type;
    if (!type) throw noTemplate();
    const opened = await openFromTemplate(desk, account, {
      type,
      period: input.period,
      on: dateIn(timeZoneOf(desk.settings, desk.timeZone), firstAskedAt),
      idempotencyKey: `workflow:${callbackId}`,
    });
    return { plan_key: opened.planKey, plan_period: opened.period, is_new: String(opened.isNew) };
  },
});

function noTemplate(): Problem {
  const en = "Choose a template: this account has no type that would suggest one.";
  const fields = [{ path: "template", message: en }];
  return new Problem("invalid-input", en, { words: { en, ar: "اختر قالبًا: ليس لهذا الحساب نوع يُستدل به." }, fields });
}
