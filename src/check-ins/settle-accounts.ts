import type { Brief } from "@keyline/domain";
import type { HubSpot } from "../hubspot/index.ts";
import { readSlots } from "./check-in-slots.ts";
import { decide } from "./decide.ts";
import type { Account, ContactMade, NoticeTask, PortalFacts, StoredCheckIn, TaskStanding } from "./facts.ts";
import type { OwnersLoad } from "./load-of-owners.ts";
import { readAccounts } from "./read-accounts.ts";
import { readBriefs } from "./read-briefs.ts";
import { readContacts } from "./read-contacts.ts";
import { readCheckIns, searchOpenKeys } from "./read-check-ins.ts";
import { readTasks, readTasksByKey } from "./read-tasks.ts";
import { isNothing, type Decision } from "./writes.ts";

/** Reading, deciding, reading what the decision lacks and deciding again: so often at most. */
const mostRounds = 8;

export interface Settling {
  readonly hubspot: HubSpot;
  readonly portal: PortalFacts;
  readonly load: OwnersLoad;
  /** True when the accounts come from a search: they are read again before anything is planned or taken back. */
  readonly isSearched: boolean;
  /** Further check-ins to look at, by company: those that the company does not point to. */
  readonly keys?: ReadonlyMap<string, readonly string[]>;
  /** Meetings and calls that were held, by company; only where they count by themselves. */
  readonly contactMade?: ReadonlyMap<string, readonly ContactMade[]>;
}

interface Known {
  account: Account;
  isFresh: boolean;
  checkIns: Map<string, StoredCheckIn>;
  absentKeys: Set<string>;
  tasks: Map<string, TaskStanding | null>;
  noticeTasks: Map<string, NoticeTask | null>;
  brief: Brief | null;
  contactIds: readonly string[] | null;
}

/** Decides for a group of accounts, reading in bulk what the decisions need. Nothing is written. */
export async function settleAccounts(accounts: readonly Account[], settling: Settling): Promise<Decision[]> {
  const all = accounts.map((account) => knownOf(account, !settling.isSearched));
  await readOpen(all, settling);
  const decisions: Decision[] = [];
  let left = all;
  for (let round = 1; left.length > 0; round++) {
    const tried = left.map((known) => ({ known, decision: decideFor(known, settling) }));
    const unready = tried.filter(({ known, decision }) => !isReady(known, decision));
    if (unready.length > 0 && round > mostRounds) {
      throw new Error(`The check-ins of company ${unready[0]?.known.account.id} do not settle`);
    }
    for (const { known, decision } of tried) {
      if (isReady(known, decision)) decisions.push(decision);
    }
    await readMissing(unready, settling);
    left = unready.map(({ known }) => known);
  }
  return decisions;
}

function knownOf(account: Account, isFresh: boolean): Known {
  return {
    account,
    isFresh,
    checkIns: new Map(),
    absentKeys: new Set(),
    tasks: new Map(),
    noticeTasks: new Map(),
    brief: null,
    contactIds: null,
  };
}

function decideFor(known: Known, { portal, load, contactMade }: Settling): Decision {
  const decision = decide(
    {
      account: known.account,
      checkIns: [...known.checkIns.values()],
      absentKeys: known.absentKeys,
      tasks: known.tasks,
      noticeTasks: known.noticeTasks,
      brief: known.brief,
      contactIds: known.contactIds,
      load: load.byDay,
      contactMade: contactMade?.get(known.account.id) ?? [],
    },
    portal,
  );
  // Placed at once, so that the next account of the same group sees the day fuller.
  if (isReady(known, decision)) placeLoad(decision, load);
  return decision;
}

function placeLoad(decision: Decision, load: OwnersLoad): void {
  for (const { id, properties } of decision.checkIns) {
    const { hubspot_owner_id: ownerId, due_date: due } = properties;
    if (id === null && ownerId && due && load.byDay.has(ownerId)) load.add(ownerId, due);
  }
}

function isReady(known: Known, decision: Decision): boolean {
  return isNothing(decision.missing) && (known.isFresh || !changesPlans(decision));
}

/** What comes from a search may be seconds old: too old to plan by, or to take back by. */
function changesPlans({ checkIns, notices, planned }: Decision): boolean {
  return planned > 0 || notices.length > 0 || checkIns.some(({ properties }) => properties.state === "skipped");
}

async function readMissing(unready: readonly { known: Known; decision: Decision }[], settling: Settling) {
  const { hubspot, portal, load } = settling;
  const stale = unready.filter(({ known, decision }) => !known.isFresh && changesPlans(decision));
  const taskIds = unready.flatMap(({ decision }) => decision.missing.tasks);
  const taskKeys = unready.flatMap(({ decision }) => decision.missing.taskKeys);
  const lacking = unready.filter(({ decision }) => decision.missing.brief).map(({ known }) => known);
  const asked = lacking.map((known) => ({ account: known.account, checkIns: [...known.checkIns.values()] }));
  const meeting = unready.filter(({ decision }) => decision.missing.contacts).map(({ known }) => known.account.id);
  const [, standing, noticeTasks, briefs, contacts] = await Promise.all([
    refresh(
      stale.map(({ known }) => known),
      hubspot,
    ),
    readTasks(hubspot, taskIds, portal),
    readTasksByKey(hubspot, taskKeys),
    readBriefs(hubspot, asked, portal),
    readContacts(hubspot, meeting),
    load.count(unready.flatMap(({ decision }) => decision.missing.loadOf)),
  ]);
  for (const { known, decision } of unready) {
    for (const id of decision.missing.tasks) known.tasks.set(id, standing.get(id) ?? null);
    for (const key of decision.missing.taskKeys) known.noticeTasks.set(key, noticeTasks.get(key) ?? null);
    known.brief ??= briefs.get(known.account.id) ?? null;
    known.contactIds ??= contacts.get(known.account.id) ?? null;
  }
  await readKeys(
    unready.map(({ known, decision }) => ({ known, keys: [...decision.missing.keys, ...slotKeys(known)] })),
    hubspot,
  );
}

/** Reads companies once more, by id: that answer is certain. */
async function refresh(stale: readonly Known[], hubspot: HubSpot): Promise<void> {
  const fresh = await readAccounts(
    hubspot,
    stale.map(({ account }) => account.id),
  );
  const byId = new Map(fresh.flatMap((account) => [account.id, ...account.mergedIds].map((id) => [id, account])));
  for (const known of stale) {
    known.account = byId.get(known.account.id) ?? known.account;
    known.isFresh = true;
  }
}

/**
 * The check-ins that companies point to; those that point nowhere, and those merged away, take a search: by a range of ids
 * where the accounts come from a search, one by one where somebody named them.
 */
async function readOpen(all: readonly Known[], { hubspot, keys, isSearched }: Settling): Promise<void> {
  const pointless = all.filter(({ account }) => account.properties.am_check_in_slots === null).map(idOf);
  const mergedInto = new Map(all.flatMap((known) => known.account.mergedIds.map((id) => [id, known])));
  const isRange = isSearched && pointless.length > 0;
  const range = isRange ? { from: pointless[0] as string, to: pointless.at(-1) as string } : null;
  const found = await searchOpenKeys(hubspot, range, [...mergedInto.keys(), ...(isRange ? [] : pointless)]);
  const byId = new Map(all.map((known) => [known.account.id, known]));
  const searched = found.flatMap(({ companyId, key }) => {
    const known = mergedInto.get(companyId) ?? byId.get(companyId);
    return known ? [{ known, keys: [key] }] : [];
  });
  const pointed = all.map((known) => ({ known, keys: [...slotKeys(known), ...(keys?.get(known.account.id) ?? [])] }));
  await readKeys([...pointed, ...searched], hubspot);
}

function slotKeys({ account }: Known): string[] {
  const slots = readSlots(account.id, account.properties.am_check_in_slots);
  return slots ? [...slots.open, ...slots.ask] : [];
}

async function readKeys(wanted: readonly { known: Known; keys: readonly string[] }[], hubspot: HubSpot) {
  const open = wanted.flatMap(({ known, keys }) =>
    [...new Set(keys)]
      .filter((key) => !known.checkIns.has(key) && !known.absentKeys.has(key))
      .map((key) => ({ known, key })),
  );
  const read = await readCheckIns(
    hubspot,
    open.map(({ key }) => key),
  );
  const byKey = new Map(read.map((checkIn) => [checkIn.values.check_in_key, checkIn]));
  for (const { known, key } of open) {
    const checkIn = byKey.get(key);
    if (checkIn) known.checkIns.set(key, checkIn);
    else known.absentKeys.add(key);
  }
}

function idOf({ account }: Known): string {
  return account.id;
}
