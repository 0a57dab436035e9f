import { addDays, checkInKey, dateIn, timeZoneOf } from "@keyline/domain";
import { z } from "zod";
import { checkInActions } from "../../check-ins/index.ts";
import { defineAction } from "../define-action.ts";
import { optional, plainDateInput, wholeNumber } from "../inputs.ts";

const input = z.object({ on_date: optional(plainDateInput), in_days: optional(wholeNumber.min(0).max(730)) });

/** One more check-in, on a date or so many days from now; on a day off, on the next working day. */
export const scheduleCheckIn = defineAction({
  uid: "keyline_schedule_check_in",
  path: "/workflow-actions/schedule-check-in",
  input: input.refine(({ on_date, in_days }) => on_date !== undefined || in_days !== undefined, {
    path: ["on_date"],
    message: "Give a date, or a number of days",
  }),
  outputs: ["check_in_date", "check_in_key"],
  isSlow: false,
  async perform(desk, { companyId, input: { on_date, in_days = 0 }, callbackId, firstAskedAt }) {
    const today = dateIn(timeZoneOf(desk.settings, desk.timeZone), firstAskedAt);
    const plan = { companyId, idempotencyKey: `workflow:${callbackId}` };
    const asked = on_date ?? addDays(today, in_days);
    const first = await checkInActions.planCheckIn(desk, { ...plan, on: asked });
    const on = first.outcome === "day-off" ? first.offered : asked;
    if (first.outcome === "day-off") await checkInActions.planCheckIn(desk, { ...plan, on });
    return { check_in_date: on, check_in_key: checkInKey(companyId, on) };
  },
});
