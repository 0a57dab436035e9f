import { addDays, checkIn, type Language, type PlainDate } from "@keyline/domain";
import type { Rec } from "../../hubspot/index.ts";
import type { CalendarEvent } from "./ics.ts";

/** Longer ago than this a check-in is history, and no calendar needs it. */
const backDays = 365;

type CheckInRecord = Rec<(typeof checkIn)["fields"]>;

interface Around {
  company: string;
  portalId: string;
  language: Language;
  today: PlainDate;
  /** Where the company opens in HubSpot. */
  url: string | null;
}

/** The check-ins of an account as events, the earliest first. One that was skipped or taken back is cancelled, not left out: calendars that had it take it away. */
export function checkInEvents(checkIns: readonly CheckInRecord[], around: Around): CalendarEvent[] {
  const earliest = addDays(around.today, -backDays);
  return checkIns
    .flatMap((record) => eventOf(record, around) ?? [])
    .filter(({ on }) => on >= earliest)
    .sort((one, other) => (one.on < other.on ? -1 : 1));
}

function eventOf({ properties, createdAt, updatedAt }: CheckInRecord, around: Around): CalendarEvent | null {
  const { check_in_key: key, state, held_on: heldOn, due_date, planned_date } = properties;
  const on = heldOn ?? due_date ?? planned_date;
  if (key === null || state === null || on === null) return null;
  const { summary, states } = words[around.language];
  const [created, changed] = [new Date(createdAt), new Date(updatedAt)];
  return {
    uid: `check-in-${around.portalId}-${key.replaceAll(":", "-")}@keyline`,
    // HubSpot counts no revisions, but says when a record last changed: minutes since it was made only grow.
    sequence: Math.max(0, Math.floor((changed.getTime() - created.getTime()) / 60_000)),
    on,
    summary: summary(around.company),
    description: states[state],
    url: around.url,
    status: state === "skipped" ? "CANCELLED" : state === "held" ? "CONFIRMED" : "TENTATIVE",
    createdAt: created,
    changedAt: changed,
  };
}

const words = {
  en: {
    summary: (company: string) => `Check-in: ${company}`,
    states: { planned: "Planned", held: "Held", skipped: "Skipped", overdue: "Overdue: not held yet" },
  },
  ar: {
    summary: (company: string) => `متابعة: ${company}`,
    states: { planned: "مخططة", held: "تمت", skipped: "تُجاوزت", overdue: "متأخرة: لم تتم بعد" },
  },
} as const;
