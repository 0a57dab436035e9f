import { apiVersion, ask, batchesOf, reasonOf, statusOf } from "./call.ts";
import type { Draft, Link } from "./draft.ts";
import type { Portal } from "./portal.ts";

interface Way {
  category: string;
  typeId: number;
  label: string | null;
}

interface Pair {
  from: string;
  to: string;
  draft: Draft;
  link: Link;
}

/**
 * Associates what was written. Saying it again changes nothing, so every import says all of it. Returns what could
 * not be said, by row, and labels that the portal does not have.
 */
export async function associate(portal: Portal, drafts: readonly Draft[]) {
  const failed: { draft: Draft; reason: string }[] = [];
  const notes = new Set<string>();
  for (const [types, pairs] of pairsByTypes(drafts)) {
    const { from, to } = types;
    const path = `/crm/associations/${apiVersion}/${from}/${to}`;
    const plain = new Map(
      pairs.filter(({ link }) => !isFamily(link, from, to)).map((pair) => [`${pair.from}>${pair.to}`, pair]),
    );
    const inputs = [...plain.values()];
    failed.push(...(await send(portal, `${path}/batch/associate/default`, inputs, bare)));

    const labelled = pairs.filter(({ link }) => link.label !== undefined);
    if (labelled.length === 0) continue;
    const { results: ways } = await ask<{ results: Way[] }>(portal.call, "GET", `${path}/labels`);
    const known = labelled.filter(({ link }) => findWay(link, ways));
    for (const { link } of labelled.filter((pair) => !known.includes(pair))) {
      notes.add(`${link.header}: this portal has no label '${link.label}'; associated without it`);
    }
    failed.push(
      ...(await send(portal, `${path}/batch/create`, known, (pair) => {
        const { category, typeId } = findWay(pair.link, ways)!;
        return { ...bare(pair), types: [{ associationCategory: category, associationTypeId: typeId }] };
      })),
    );
  }
  return { failed, notes: [...notes] };
}

/** Parent and child are said by their label alone. */
const isFamily = (link: Link, from: string, to: string): boolean => from === to && link.label !== undefined;

const bare = ({ from, to }: Pair) => ({ from: { id: from }, to: { id: to } });

const findWay = (link: Link, ways: readonly Way[]): Way | undefined =>
  ways.find(({ label }) => label?.toLowerCase() === link.label?.toLowerCase());

interface Types {
  from: string;
  to: string;
}

function pairsByTypes(drafts: readonly Draft[]): Map<Types, Pair[]> {
  const keys = new Map<string, Types>();
  const byTypes = new Map<Types, Pair[]>();
  for (const draft of drafts) {
    for (const link of draft.links) {
      const to = link.target?.id;
      if (draft.id === undefined || to === undefined || link.property !== undefined) continue;
      const key = `${draft.kind.type}>${link.to}`;
      const types = keys.get(key) ?? { from: draft.kind.type, to: link.to };
      keys.set(key, types);
      const pairs = byTypes.get(types) ?? [];
      pairs.push({ from: draft.id, to, draft, link });
      byTypes.set(types, pairs);
    }
  }
  return byTypes;
}

async function send(
  portal: Portal,
  path: string,
  pairs: readonly Pair[],
  bodyOf: (pair: Pair) => unknown,
): Promise<{ draft: Draft; reason: string }[]> {
  const failed: { draft: Draft; reason: string }[] = [];
  for (const batch of batchesOf(pairs, 1000)) {
    try {
      await portal.call("POST", path, { inputs: batch.map(bodyOf) });
    } catch (error) {
      if (statusOf(error) !== 400 && statusOf(error) !== 404) throw error;
      if (batch.length > 1) {
        const half = Math.ceil(batch.length / 2);
        failed.push(...(await send(portal, path, batch.slice(0, half), bodyOf)));
        failed.push(...(await send(portal, path, batch.slice(half), bodyOf)));
      } else {
        const { draft, link } = batch[0]!;
        failed.push({ draft, reason: `${link.header} '${link.value}' was refused: ${reasonOf(error)}` });
      }
    }
  }
  return failed;
}
