import {
  addWorkingDays,
  dateIn,
  type accountNeed,
  type accountPlan,
  type accountSignal,
  type checkIn,
  type Fields,
} from "@keyline/domain";
import type { Rec } from "../../hubspot/index.ts";
import type { PortalFacts } from "../portal-facts.ts";
import type { CheckInFacts, NeedFacts, PlanFacts, SignalFacts } from "./facts.ts";
import { keptPromises, type KeptPromise } from "./kept-promises.ts";

type Of<D extends { fields: Fields }> = Rec<D["fields"]>;

/** Our own records as facts; null where a value is missing without which a record says nothing. */
export function signalFacts({ id, properties }: Of<typeof accountSignal>): SignalFacts | null {
  const { signal_kind: kind, happened_on: happenedOn } = properties;
  return kind === null || happenedOn === null ? null : { id, kind, happenedOn };
}

export function checkInFacts(
  { id, properties }: Of<typeof checkIn>,
  { graceDays, calendar }: Pick<PortalFacts, "graceDays" | "calendar">,
): CheckInFacts | null {
  const { due_date, planned_date, held_on: heldOn, state, recommendations } = properties;
  const { recommendations_given: given, recommendations_carried_out: carriedOut } = properties;
  const dueOn = due_date ?? planned_date;
  if (dueOn === null || state === null) return null;
  const keptUntil = addWorkingDays(dueOn, graceDays, calendar);
  const listed = keptPromises(recommendations);
  const promises = listed.length > 0 ? listed : countedPromises(given ?? 0, carriedOut ?? 0);
  return { id, state, dueOn, heldOn, keptUntil, promises };
}

/** Where only the counts were kept, as another app may: they count the same. */
function countedPromises(given: number, carriedOut: number): KeptPromise[] {
  return Array.from({ length: given }, (_, place) => ({
    id: String(place),
    state: place < carriedOut ? "done" : "open",
  }));
}

export function needFacts(
  { id, properties, createdAt, updatedAt }: Of<typeof accountNeed>,
  { timeZone }: Pick<PortalFacts, "timeZone">,
): NeedFacts | null {
  const { need_status: status, voiced_on, met_on, dropped_on, risk, initiatives } = properties;
  if (status === null) return null;
  // One that was ended without a day, by an import or another app, ended when it last changed.
  const ended = status === "met" ? met_on : dropped_on;
  const isOver = status === "met" || status === "dropped";
  return {
    id,
    status,
    openedOn: voiced_on ?? dateIn(timeZone, new Date(createdAt)),
    endedOn: isOver ? (ended ?? dateIn(timeZone, new Date(updatedAt))) : null,
    isHighRisk: risk === "high",
    hasInitiative: (initiatives ?? 0) > 0,
  };
}

export function planFacts(
  { id, properties, createdAt }: Of<typeof accountPlan>,
  { timeZone }: Pick<PortalFacts, "timeZone">,
): PlanFacts | null {
  const { plan_status: status, starts_on: startsOn, ends_on: endsOn, revenue_goal: goal, last_touched_on } = properties;
  if (status === null) return null;
  return { id, status, startsOn, endsOn, goal, touchedOn: last_touched_on ?? dateIn(timeZone, new Date(createdAt)) };
}
