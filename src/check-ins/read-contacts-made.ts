import { company, dateIn, type PlainDate } from "@keyline/domain";
import type { HubSpot, Rec } from "../hubspot/index.ts";
import type { ContactMade, PortalFacts } from "./facts.ts";

/** A meeting or call that took place. */
export interface ContactHeld extends ContactMade {
  readonly kind: "meeting" | "call";
  readonly title: string;
  /** Contacts who took part, where they were asked for. */
  readonly contactIds: readonly string[];
}

interface Kind {
  kind: ContactHeld["kind"];
  object: "meetings" | "calls";
  title: string;
  /** `COMPLETED` in both. */
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

/** So many of a company's newest records of each kind are looked at: HubSpot's ids grow with time. */
const newest = 50;
/** The poll looks back so far; whatever a webhook told was counted before. */
const pollBackMs = 3 * 86_400_000;

/**
 * Meetings and calls of companies that were held, the latest first: two calls in a row, whatever is asked for. `withPeople`:
 * for whoever shows them.
 */
export async function readContactsHeld(
  hubspot: HubSpot,
  companyIds: readonly string[],
  portal: PortalFacts,
  { withPeople = false }: { withPeople?: boolean } = {},
): Promise<Map<string, ContactHeld[]>> {
  const held = new Map<string, ContactHeld[]>();
  await Promise.all(
    kinds.map(async (kind) => {
      const associated = await hubspot.associations.read(company, kind.object, companyIds);
      const latest = new Map([...associated].map(([id, found]) => [id, newestOf(found.map((one) => one.id))]));
      const ids = [...new Set([...latest.values()].flat())];
      if (ids.length === 0) return;
      const [records, people] = await Promise.all([
        hubspot.records(kind.object).read(ids, { extra: extraOf(kind) }),
        withPeople ? hubspot.associations.read(kind.object, "contacts", ids) : null,
      ]);
      const withContacts = (one: ContactHeld) => ({
        ...one,
        contactIds: (people?.get(one.id) ?? []).map((contact) => contact.id),
      });
      const all = records.flatMap((record) => heldFrom(record, kind, portal)).map(withContacts);
      const byId = new Map(all.map((one) => [one.id, one]));
      for (const [companyId, own] of latest)
        add(
          held,
          companyId,
          own.flatMap((id) => byId.get(id) ?? []),
        );
    }),
  );
  return held;
}

/** The same for every company of the portal, of the last days: what a webhook that was lost would have told. */
export async function pollContactsHeld(hubspot: HubSpot, portal: PortalFacts, now: Date) {
  const held = new Map<string, ContactHeld[]>();
  await Promise.all(
    kinds.map(async (kind) => {
      const since = new Date(now.getTime() - pollBackMs);
      const where = [
        [
          { property: kind.state, operator: "EQ" as const, value: "COMPLETED" },
          { property: "hs_lastmodifieddate", operator: "GTE" as const, value: since },
        ],
      ];
      for await (const page of hubspot.records(kind.object).search({ where, extra: extraOf(kind) })) {
        const found = page.flatMap((record) => heldFrom(record, kind, portal));
        const companies = await hubspot.associations.read(
          kind.object,
          company,
          found.map(({ id }) => id),
        );
        for (const one of found) for (const { id } of companies.get(one.id) ?? []) add(held, id, [one]);
      }
    }),
  );
  return held;
}

function heldFrom({ id, raw }: Rec, { kind, title, state, startedAt }: Kind, { timeZone }: PortalFacts): ContactHeld[] {
  const at = raw[startedAt] || raw["hs_timestamp"];
  if (raw[state] !== "COMPLETED" || !at) return [];
  return [{ id, kind, title: raw[title] || "", on: dateIn(timeZone, new Date(at)), contactIds: [] }];
}

function extraOf({ title, state, startedAt }: Kind): string[] {
  return [title, state, startedAt, "hs_timestamp"];
}

function newestOf(ids: string[]): string[] {
  return ids.sort((one, other) => Number(other) - Number(one)).slice(0, newest);
}

function add(held: Map<string, ContactHeld[]>, companyId: string, more: ContactHeld[]): void {
  held.set(companyId, [...(held.get(companyId) ?? []), ...more].sort(latestFirst));
}

function latestFirst(one: { on: PlainDate }, other: { on: PlainDate }): number {
  return one.on < other.on ? 1 : -1;
}
