import { company, dateIn, type OfferedContact, type PlainDate, type Rhythm } from "@keyline/domain";
import type { HubSpot } from "../../hubspot/index.ts";
import { answeredContacts, isNear } from "../count-contact.ts";
import type { PortalFacts, StoredCheckIn } from "../facts.ts";

/** A meeting or call that took place. */
export interface ContactHeld {
  id: string;
  kind: "meeting" | "call";
  title: string;
  on: PlainDate;
}

interface Kind {
  kind: ContactHeld["kind"];
  object: "meetings" | "calls";
  title: string;
  state: string;
  startedAt: string;
}

const kinds: readonly Kind[] = [
  {
    kind: "meeting",
    object: "meetings",
    title: "hs_meeting_title",
    state: "hs_meeting_outcome",
    startedAt: "hs_meeting_start_time",
  },
  { kind: "call", object: "calls", title: "hs_call_title", state: "hs_call_status", startedAt: "hs_timestamp" },
];

/** So many of the newest records of each kind are looked at: HubSpot's ids grow with time. */
const newest = 50;

/** Meetings and calls of a company that were held, in two calls for each kind, side by side. */
export async function readContactsHeld(
  hubspot: HubSpot,
  companyId: string,
  { timeZone }: PortalFacts,
): Promise<ContactHeld[]> {
  const all = await Promise.all(
    kinds.map(async ({ kind, object, title, state, startedAt }) => {
      const associated = await hubspot.associations.read(company, object, [companyId]);
      const ids = (associated.get(companyId) ?? []).map(({ id }) => id);
      const latest = ids.sort((one, other) => Number(other) - Number(one)).slice(0, newest);
      if (latest.length === 0) return [];
      const extra = [title, state, startedAt, "hs_timestamp"];
      const records = await hubspot.records(object).read(latest, { extra });
      return records.flatMap(({ id, raw }): ContactHeld[] => {
        const at = raw[startedAt] || raw["hs_timestamp"];
        if (raw[state] !== "COMPLETED" || !at) return [];
        return [{ id, kind, title: raw[title] || "", on: dateIn(timeZone, new Date(at)) }];
      });
    }),
  );
  return all.flat().sort((one, other) => (one.on < other.on ? 1 : -1));
}

/** The latest contact that may have been an open check-in and about which nobody has been asked. */
export function offeredFrom(
  held: readonly ContactHeld[],
  checkIns: readonly StoredCheckIn[],
  rhythm: Rhythm | null,
  portal: PortalFacts,
): Omit<OfferedContact, "people"> | null {
  if (!rhythm || portal.policy.contactMade === "off") return null;
  const answered = new Set(checkIns.flatMap(({ values }) => answeredContacts(values)));
  const open = checkIns
    .filter(({ values }) => values.state === "planned" || values.state === "overdue")
    .sort((one, other) => (one.values.planned_date < other.values.planned_date ? -1 : 1));
  for (const contact of held) {
    if (answered.has(contact.id)) continue;
    const checkIn = open.find((candidate) => isNear(candidate, contact, rhythm, portal.today));
    if (checkIn) return { ...contact, title: contact.title || contact.id, checkInKey: checkIn.values.check_in_key };
  }
  return null;
}
