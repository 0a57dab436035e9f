import type { HubSpot, Rec } from "../../hubspot/index.ts";
import { passes } from "../kinds/index.ts";
import { nothingCalled, type Called } from "../read-events.ts";
import { lookFrom, moved, type Cursor, type Cursors } from "./cursors.ts";
import { binOf, changedAt, changedSince, nameOf, newestChange, polledKinds, type PolledKind } from "./polling.ts";

/** What changed since the cursors, as far as HubSpot's search and bins tell. */
export interface Changes {
  /** The companies that it leads to, by what is to be done. */
  called: Called;
  /** How many records of each kind. */
  records: Record<string, number>;
  /** Where the next look begins, once these are dealt with. */
  cursors: Cursors;
}

/** Docs, associations: as many records as one read takes. */
const leadsAtOnce = 1_000;
/** Bins hold 90 days and can only be read whole: they are looked through less often than changes are asked for. */
const binsEveryMs = 60 * 60_000;

/**
 * Asks for what changed: one search a kind, a page for each 200 changed records. With `withBins`, or when they were not
 * looked through for an hour, also what was deleted: one call for each 100 records in the bins.
 */
export async function findChanges(
  hubspot: HubSpot,
  cursors: Cursors,
  nowMs: number,
  { withBins = false }: { withBins?: boolean } = {},
): Promise<Changes> {
  const isTimeForBins = withBins || nowMs - cursors.binsSeenAt >= binsEveryMs;
  const changes: Changes = {
    called: nothingCalled(),
    records: {},
    cursors: { changed: {}, binned: {}, binsSeenAt: isTimeForBins ? nowMs : cursors.binsSeenAt },
  };
  for (const kind of polledKinds) {
    const name = nameOf(kind);
    const changed = cursors.changed[name] ?? nowhere;
    const pages = changedSince(hubspot, kind, lookFrom(changed, nowMs));
    changes.cursors.changed[name] = await follow(hubspot, kind, pages, changed, changes, nowMs, changedAt);
    const binned = cursors.binned[name] ?? nowhere;
    changes.cursors.binned[name] = isTimeForBins
      ? await follow(
          hubspot,
          kind,
          binnedSince(hubspot, kind, lookFrom(binned, nowMs)),
          binned,
          changes,
          nowMs,
          binnedAt,
        )
      : binned;
  }
  return changes;
}

const nowhere: Cursor = { at: 0, since: 0 };

/** Cursors for a portal that a full pass goes over from now on. */
export async function cursorsOfNow(hubspot: HubSpot, nowMs: number): Promise<Cursors> {
  const cursors: Cursors = { changed: {}, binned: {}, binsSeenAt: nowMs };
  for (const kind of polledKinds) {
    const at = await newestChange(hubspot, kind);
    cursors.changed[nameOf(kind)] = { at, since: nowMs };
    // What lies in the bin now, the full pass does not find anywhere else either.
    cursors.binned[nameOf(kind)] = { at, since: nowMs };
  }
  return cursors;
}

async function follow(
  hubspot: HubSpot,
  kind: PolledKind,
  pages: AsyncGenerator<Rec[]>,
  before: Cursor,
  changes: Changes,
  nowMs: number,
  momentOf: (record: Rec, kind: PolledKind) => number,
): Promise<Cursor> {
  let newest: number | null = null;
  let waiting: string[] = [];
  const lead = async (ids: readonly string[]) => {
    const leads = ids.length > 0 ? await kind.companiesOf(hubspot, ids) : new Map<string, string[]>();
    const companies = [...leads.values()].flat();
    for (const pass of passes) {
      if (kind.polled.passes.includes(pass)) for (const id of companies) changes.called[pass].add(id);
    }
  };
  for await (const page of pages) {
    for (const record of page) {
      newest = Math.max(newest ?? 0, momentOf(record, kind));
      if (record.raw["hs_merged_object_ids"] && nameOf(kind) === "companies") changes.called.fold.add(record.id);
    }
    waiting.push(...page.map(({ id }) => id));
    changes.records[nameOf(kind)] = (changes.records[nameOf(kind)] ?? 0) + page.length;
    while (waiting.length >= leadsAtOnce) await lead(waiting.splice(0, leadsAtOnce));
  }
  await lead(waiting);
  return moved(before, newest, nowMs);
}

async function* binnedSince(hubspot: HubSpot, kind: PolledKind, fromMs: number): AsyncGenerator<Rec[]> {
  for await (const page of binOf(hubspot, kind)) {
    const late = page.filter((record) => binnedAt(record) >= fromMs);
    if (late.length > 0) yield late;
  }
}

const binnedAt = ({ archivedAt, updatedAt }: Rec) => Date.parse(archivedAt ?? updatedAt);
