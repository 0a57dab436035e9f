import {
  checkInKey,
  isWorkingDay,
  toWorkingDay,
  type DateTaken,
  type PlainDate,
  type PlanCheckIn,
} from "@keyline/domain";
import { Problem, isManaged } from "@keyline/domain";
import { isWithdrawn, newCheckIn } from "../draft.ts";
import type { PortalFacts } from "../facts.ts";
import { readPortalFacts } from "../portal-facts.ts";
import { wrongField, type Desk } from "../../desk/index.ts";
import { readCompany } from "./read-company.ts";
import { readWhole } from "./read-history.ts";
import { saved } from "./saved.ts";
import { change, changedMeanwhile, make } from "./touch-check-in.ts";

/** One more check-in, on a date of the person's choosing. The same date twice is one check-in. */
export async function planOne(desk: Desk, { companyId, on }: PlanCheckIn): Promise<DateTaken> {
  const key = checkInKey(companyId, on);
  const [portal, { account }, [standing]] = await Promise.all([
    readPortalFacts(desk),
    readCompany(desk, companyId),
    readWhole(desk.hubspot, [key]),
  ]);
  if (!isManaged(account.properties)) throw notManaged();
  if (on < portal.today) throw wrongField("on", "in-the-past", desk.caller.language);
  const dayOff = dayOffAnswer(desk, portal, on);
  if (dayOff) return dayOff;
  const plan = { ...newCheckIn(companyId, account.name, on).values, planned_by: "person" as const };
  if (!standing) return saved(desk, companyId, [await make(desk, plan, companyId)]);
  if (isWithdrawn(standing)) {
    const fresh = { reminder_state: null, reminder_task_id: null, reminder_fingerprint: null };
    const { planned_date, due_date, state, planned_by } = plan;
    return saved(desk, companyId, [
      await change(desk, standing, { planned_date, due_date, state, planned_by, ...fresh }),
    ]);
  }
  if (standing.values.state !== "planned") throw changedMeanwhile(standing.values);
  return saved(desk, companyId, [{ id: standing.id, key }]);
}

/** On a day off nothing is saved: the next working day is offered. */
export function dayOffAnswer(desk: Desk, { calendar }: PortalFacts, asked: PlainDate): DateTaken | null {
  if (isWorkingDay(asked, calendar)) return null;
  const holiday = calendar.holidays.get(asked)?.name[desk.caller.language] ?? null;
  return { outcome: "day-off", asked, offered: toWorkingDay(asked, calendar), holiday };
}

function notManaged(): Problem {
  const words = {
    en: "This company is not managed yet. Give it a type and a rhythm first.",
    ar: "هذه الشركة غير مُدارة بعد. اختر لها نوعًا ووتيرة أولًا.",
  };
  return new Problem("conflict", words.en, { words });
}
