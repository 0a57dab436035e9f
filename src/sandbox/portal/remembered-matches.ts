import type { Question } from "./find-matches.ts";
import type { SearchView } from "./search-view.ts";

/**
 * Whoever pages through a large portal asks the same question again for the ids beyond the last page. The matches are
 * remembered until the index changes, so that a page costs a page and not the whole portal.
 */
const remembered = new WeakMap<SearchView, { version: number; question: string; ids: number[] }>();

/** Ids of what matches the question without its bound, ascending; undefined when it is not a question of that kind. */
export function matchesBeyond(view: SearchView, question: Question, find: (question: Question) => number[]) {
  const { groups, query, sort } = question;
  const isById = sort === undefined || (sort.propertyName === "hs_object_id" && !sort.isDescending);
  const bounds = groups.map((group) => Math.max(-1, ...group.filter(isBound).map(({ values }) => Number(values[0]))));
  const [beyond = -1] = bounds;
  // Associations are not in the index's versions.
  const isPlain = groups.every((group) => group.every(({ property }) => property !== undefined));
  if (!isById || !isPlain || beyond < 0 || bounds.some((bound) => bound !== beyond)) return undefined;
  const unbound = { ...question, groups: groups.map((group) => group.filter((filter) => !isBound(filter))) };
  const words = unbound.groups.map((group) =>
    group.map(({ propertyName, operator, values }) => [propertyName, operator, values]),
  );
  const key = JSON.stringify([words, query]);
  const known = remembered.get(view);
  const ids = known?.version === view.version && known.question === key ? known.ids : find(unbound);
  remembered.set(view, { version: view.version, question: key, ids });
  return { ids, beyond };
}

function isBound({ propertyName, operator }: Question["groups"][number][number]): boolean {
  return propertyName === "hs_object_id" && operator === "GT";
}
