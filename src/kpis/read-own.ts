import {
  accountNeed,
  accountSignal,
  addWorkingDays,
  checkIn,
  dateIn,
  type Fields,
  type WorkingCalendar,
} from "@keyline/domain";
import type { HubSpot, Readable, Rec } from "../hubspot/index.ts";
import type { CheckInFacts, NeedFacts, SignalFacts } from "./facts.ts";
import { keptPromises } from "./kept-promises.ts";
import { few, recordsOfFew } from "./records-of-few.ts";

export interface OwnFacts {
  signals: SignalFacts[];
  checkIns: CheckInFacts[];
  needs: NeedFacts[];
}

/** What we keep of companies ourselves: signals, check-ins and needs. */
export async function readOwn(
  hubspot: HubSpot,
  ids: readonly string[],
  portal: { calendar: WorkingCalendar; graceDays: number; timeZone: string },
): Promise<Map<string, OwnFacts>> {
  const found = new Map<string, OwnFacts>(ids.map((id) => [id, { signals: [], checkIns: [], needs: [] }]));
  const ofCompany = (value: number | null) => found.get(String(value));
  await Promise.all([
    each(hubspot, accountSignal, ids, ({ id, properties: { company_record_id, signal_kind, happened_on } }) => {
      if (signal_kind === null || happened_on === null) return;
      ofCompany(company_record_id)?.signals.push({ id, kind: signal_kind, happenedOn: happened_on });
    }),
    each(hubspot, checkIn, ids, ({ id, properties }) => {
      const { company_record_id, due_date, planned_date, held_on, state, recommendations } = properties;
      const dueOn = due_date ?? planned_date;
      if (dueOn === null || state === null) return;
      const keptUntil = addWorkingDays(dueOn, portal.graceDays, portal.calendar);
      const promises = keptPromises(recommendations);
      ofCompany(company_record_id)?.checkIns.push({ id, state, dueOn, heldOn: held_on, keptUntil, promises });
    }),
    each(hubspot, accountNeed, ids, ({ id, properties, createdAt }) => {
      const { company_record_id, need_status, voiced_on, met_on, dropped_on, risk, initiatives } = properties;
      if (need_status === null) return;
      ofCompany(company_record_id)?.needs.push({
        id,
        status: need_status,
        openedOn: voiced_on ?? dateIn(portal.timeZone, new Date(createdAt)),
        endedOn: need_status === "met" ? met_on : need_status === "dropped" ? dropped_on : null,
        isHighRisk: risk === "high",
        hasInitiative: (initiatives ?? 0) > 0,
      });
    }),
  ]);
  return found;
}

/** A page of companies is a range of ids: one filter whatever its size. A few are read for certain. */
async function each<F extends Fields>(
  hubspot: HubSpot,
  object: Readable<F>,
  ids: readonly string[],
  take: (record: Rec<F>) => void,
): Promise<void> {
  if (ids.length <= few) return (await recordsOfFew(hubspot, object, ids)).forEach(take);
  const numbers = ids.map(Number);
  const within = { value: Math.min(...numbers), highValue: Math.max(...numbers) };
  const where = [[{ property: "company_record_id", operator: "BETWEEN" as const, ...within }]];
  for await (const page of hubspot.records(object).search({ where })) page.forEach(take);
}
