import { checkIn, type PastCheckIn, type Person, type PlainDate } from "@keyline/domain";
import type { HubSpot } from "../../hubspot/index.ts";
import { isWithdrawn } from "../draft.ts";
import type { StoredCheckIn } from "../facts.ts";
import { storedCheckIn } from "../read-check-ins.ts";
import { pastCheckInOf } from "./present-check-in.ts";

const shown = 10;
/** Some of those found were taken back by the planner, which is no history. */
const looked = 30;

/** A check-in by both its names. */
export interface CheckInName {
  id: string;
  key: string;
}

/** The check-ins of a company that are over, latest first. A search: what was written seconds ago may lack. */
export async function searchPast(
  hubspot: HubSpot,
  companyId: string,
  before: PlainDate | undefined,
): Promise<CheckInName[]> {
  const found: CheckInName[] = [];
  for await (const page of hubspot.records(checkIn).search({
    where: [
      [
        { property: "company_record_id", operator: "EQ", value: Number(companyId) },
        { property: "state", operator: "IN", values: ["held", "skipped"] },
        ...(before ? [{ property: "due_date", operator: "LT" as const, value: before }] : []),
      ],
    ],
    properties: ["check_in_key"],
    sort: { by: "due_date", descending: true },
    limit: looked,
  })) {
    for (const { id, properties } of page) {
      if (properties.check_in_key !== null) found.push({ id, key: properties.check_in_key });
    }
  }
  return found;
}

/** Check-ins whole, for certain. */
export async function readWhole(hubspot: HubSpot, keys: readonly string[]): Promise<StoredCheckIn[]> {
  if (keys.length === 0) return [];
  return (await hubspot.records(checkIn).read(keys, { idProperty: checkIn.key })).flatMap(storedCheckIn);
}

export interface History {
  history: PastCheckIn[];
  hasEarlier: boolean;
}

/** Who was there, by check-in; contacts by id. */
export async function readAttendees(hubspot: HubSpot, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const found = await hubspot.associations.read(checkIn, "contacts", ids);
  return new Map([...found].map(([id, contacts]) => [id, contacts.map((contact) => contact.id)]));
}

/** The latest ten that are over, with who was there. */
export function historyOf(
  checkIns: readonly StoredCheckIn[],
  before: PlainDate | undefined,
  attendees: ReadonlyMap<string, string[]>,
  contacts: readonly Person[],
): History {
  const over = checkIns
    .filter((one) => (one.values.state === "held" || one.values.state === "skipped") && !isWithdrawn(one))
    .filter(({ values }) => before === undefined || values.due_date < before)
    .sort((one, other) => (one.values.due_date < other.values.due_date ? 1 : -1));
  const names = new Map(contacts.map((person) => [person.id, person]));
  return {
    history: over.slice(0, shown).flatMap((one) => {
      const people = (attendees.get(one.id) ?? []).map((id) => names.get(id) ?? { id, name: id });
      return pastCheckInOf(one, people) ?? [];
    }),
    hasEarlier: over.length > shown,
  };
}
