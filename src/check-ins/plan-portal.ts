import { openOwnersLoad } from "./load-of-owners.ts";
import type { Account } from "./facts.ts";
import { groupOf } from "./group-decisions.ts";
import { readPortalFacts, type PlannerParts } from "./portal-facts.ts";
import { readAccounts, searchAccounts } from "./read-accounts.ts";
import { emptyResult, addDecisions, type PlanResult } from "./plan-result.ts";
import { pollContactsHeld } from "./read-contacts-made.ts";
import { settleAccounts } from "./settle-accounts.ts";
import { walkWaiting, type WaitingFor } from "./walk-waiting.ts";
import { writeDigests } from "./write-digests.ts";
import { writeDecisions } from "./write-decisions.ts";
import type { Decision } from "./writes.ts";

export interface PlanOptions {
  /** Says what would be written and writes nothing. */
  dryRun?: boolean;
  /** Goes on after this company id. */
  after?: string | null;
  /** Looks at so many companies at most; the result's `next` says where to go on. */
  mostCompanies?: number;
  /** Hears where the next part begins as soon as the reading is done, before the writing. */
  onRead?: (next: string | null) => Promise<void> | void;
  /** Once aborted, no further page is begun. */
  signal?: AbortSignal;
}

/** Batches being written at once: the next accounts are read and decided meanwhile, and memory stays flat. */
const batchesAtOnce = 3;

/**
 * One pass over a portal: every managed account gets its next check-in, its reminder on the right day, and what else
 * `decide` finds. Everything is keyed, so that a pass may stop anywhere and be done again, also twice at once.
 */
export async function planPortal(parts: PlannerParts, options: PlanOptions = {}): Promise<PlanResult> {
  const { hubspot } = parts;
  const callsBefore = hubspot.calls();
  const portal = await readPortalFacts(parts);
  const counts = portal.policy.contactMade === "count";
  const contactMade = counts ? await pollContactsHeld(hubspot, portal, parts.now()) : new Map<string, never[]>();
  const settling = { hubspot, portal, load: openOwnersLoad(hubspot, portal), contactMade };
  const result = emptyResult();
  const writing = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const waits = walkWaiting(hubspot, options.after ?? null);
  let waiting: Decision[] = [];
  let last: string | null = null;
  let count = 0;

  const write = async (decisions: Decision[]) => {
    const refused = options.dryRun ? [] : await writeDecisions(parts, decisions);
    addDecisions(result, decisions, refused, options.dryRun ?? false);
  };
  const begin = async (decisions: Decision[]) => {
    const job = write(decisions)
      .catch((failure: unknown) => void failures.push(failure))
      .finally(() => writing.delete(job));
    writing.add(job);
    if (writing.size >= batchesAtOnce) await Promise.race(writing);
    if (failures.length > 0) throw failures[0];
  };
  const flush = async (isEnd: boolean) => {
    for (let group = groupOf(waiting, isEnd); group; group = groupOf(waiting, isEnd)) {
      waiting = waiting.slice(group.length);
      await begin(group);
    }
  };

  const settle = async (group: readonly Account[], { keys, adrift }: WaitingFor) => {
    const decisions = await settleAccounts(group, { ...settling, isSearched: true, keys });
    const astray = await readAccounts(hubspot, adrift);
    decisions.push(...(await settleAccounts(astray, { ...settling, isSearched: false })));
    waiting.push(...decisions.filter(hasWork));
  };

  try {
    const pages = searchAccounts(hubspot, { after: options.after ?? null, limit: options.mostCompanies });
    for await (const group of ahead(grouped(pages))) {
      await settle(group, await waits.upTo(group));
      last = group.at(-1)?.id ?? last;
      count += group.length;
      await flush(false);
      if (options.signal?.aborted) break;
    }
    const isWhole = count < (options.mostCompanies ?? Infinity) && !options.signal?.aborted;
    if (isWhole) await settle([], await waits.rest());
    result.next = isWhole ? null : last;
    result.companies = count;
    await options.onRead?.(result.next);
    await flush(true);
  } finally {
    await Promise.all(writing);
  }
  if (failures.length > 0) throw failures[0];
  if (result.next === null && !options.dryRun) result.refused.push(...(await writeDigests(parts, portal)));
  result.calls = hubspot.calls() - callsBefore;
  return result;
}

function hasWork({ checkIns, tasks, notices, company, complaint }: Decision): boolean {
  const isWriting = checkIns.length > 0 || tasks.length > 0 || notices.length > 0;
  return isWriting || company !== null || complaint !== null;
}

/** So many accounts are settled together: reads of associations take 1,000 records a call (docs, associations). */
const groupSize = 1_000;

async function* grouped(pages: AsyncGenerator<Account[]>): AsyncGenerator<Account[]> {
  let group: Account[] = [];
  for await (const page of pages) {
    group.push(...page);
    if (group.length < groupSize) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** Asks for the next ones while these are worked on. */
async function* ahead<T>(pages: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = pages.next();
  for (;;) {
    const { done, value } = await next;
    if (done) return;
    next = pages.next();
    next.catch(() => {}); // Thrown when it is awaited.
    yield value;
  }
}
