import { company, Problem, type Settings, type Words } from "@keyline/domain";
import { z } from "zod";
import type { HubSpot } from "../hubspot/index.ts";
import { defineJob, perform, type KeyedStore, type Performance } from "../queue/index.ts";
import { decide } from "./decide.ts";
import { readAccounts, readPermission, type Permission } from "./read-accounts.ts";
import { begun, openRuns, type Run, type Standing } from "./runs.ts";

/** A run of the bulk action goes on: what it does is kept under its id. */
export const bulkRun = defineJob({
  name: "bulk-run",
  lane: "writes",
  data: z.object({ portalId: z.string(), id: z.string() }),
});

/** One call to read, one to write, then the progress is kept. */
const companiesInPart = 100;

interface Parts {
  open(portalId: string): Promise<{ hubspot: HubSpot; settings: Settings }>;
  store: KeyedStore;
  /** Type, rhythm or lead of these companies changed. */
  onChanged(portalId: string, companyIds: readonly string[]): Promise<void>;
}

/** Does a run part by part. May stop anywhere and be done again: what stands as wanted is not written twice. */
export function runningBulk({ open, store, onChanged }: Parts): Performance {
  const runs = openRuns(store);
  return perform(bulkRun, async ({ portalId, id }, { signal, again }) => {
    const run = await runs.run(portalId, id);
    if (!run) return;
    const { hubspot, settings } = await open(portalId);
    const permission = await readPermission(hubspot, settings, run.userId);
    let standing = (await runs.standing(portalId, id)) ?? begun;
    while (standing.done < run.recordIds.length) {
      if (signal.aborted) return again();
      const ids = run.recordIds.slice(standing.done, standing.done + companiesInPart);
      const before = standing;
      const part = await doPart({ hubspot, settings, permission }, run, ids, before, (writing) =>
        runs.keep(portalId, id, { ...before, writing }),
      );
      await onChanged(portalId, part.changedIds);
      standing = part.standing;
      await runs.keep(portalId, id, standing);
    }
  });
}

async function doPart(
  { hubspot, settings, permission }: { hubspot: HubSpot; settings: Settings; permission: Permission },
  { changes }: Run,
  ids: readonly string[],
  before: Standing,
  onWriting: (ids: string[]) => Promise<void>,
): Promise<{ standing: Standing; changedIds: string[] }> {
  const records = await readAccounts(hubspot, ids, permission);
  const there = new Map(records.map((record) => [record.id, record]));
  const failed: { id: string; name: string; reason: Words }[] = [];
  const writes: { id: string; properties: ReturnType<typeof decide>["properties"] }[] = [];
  const settled: string[] = [];
  for (const id of ids) {
    const record = there.get(id);
    if (!record) failed.push({ id, name: id, reason: reasons.gone });
    else if (!record.isAllowed) failed.push({ id, name: record.name, reason: reasons.notAllowed });
    else {
      const { properties } = decide(record.account, changes, settings.rhythms);
      if (Object.keys(properties).length > 0) writes.push({ id, properties });
      else settled.push(id);
    }
  }
  // Written before a crash: now they stand as wanted, and were our doing.
  const ours = settled.filter((id) => before.writing.includes(id));
  if (writes.length > 0) await onWriting([...ours, ...writes.map(({ id }) => id)]);
  const { written, refused } = await hubspot.records(company).update(writes);
  for (const { key: id, problem } of refused) {
    failed.push({ id, name: there.get(id)?.name ?? id, reason: wordsOf(problem) });
  }
  const changedIds = [...ours, ...written.map(({ id }) => id)];
  const standing: Standing = {
    done: before.done + ids.length,
    writing: [],
    changed: before.changed + changedIds.length,
    same: before.same + settled.length - ours.length,
    failed: [...before.failed, ...failed],
  };
  return { standing, changedIds };
}

const reasons = {
  gone: { en: "It is no longer in HubSpot, or was merged.", ar: "لم تعد موجودة في HubSpot، أو دُمجت." },
  notAllowed: {
    en: "Only its team and their managers may change it.",
    ar: "لا يعدّلها إلا فريقها ومديروهم.",
  },
} as const satisfies Record<string, Words>;

function wordsOf(problem: Problem): Words {
  return problem.words ?? { en: problem.message, ar: problem.message };
}
