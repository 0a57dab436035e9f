import { apiVersion, ask, batchesOf, type ApiRecord } from "./call.ts";
import { namesOf, type Draft, type Link } from "./draft.ts";
import type { Kind } from "./kinds.ts";
import { definitionsOf, readByUnique, type Portal } from "./portal.ts";

/**
 * Finds for every link the row or the record that it means. A row that names a company, contact or deal which is in
 * none of the files and not in the portal is broken, and so is every row that belongs to a broken one: they join
 * `problems`. Lists in the other direction (a company's contacts) lose only the missing entry: the other row says the
 * same. Returns what was left out without losing a row. `given` are the types that the files hold.
 */
export async function linkDrafts(
  portal: Portal,
  drafts: readonly Draft[],
  problems: Map<Draft, string>,
  given: ReadonlySet<string>,
): Promise<string[]> {
  const rows = indexRows(drafts);
  const stored = await readStored(portal, drafts, rows);
  const leftOut = new Map<string, number>();
  for (const draft of drafts) {
    draft.links = draft.links.filter((link) => {
      const found = find(link, rows) ?? find(link, stored);
      if (found !== undefined && found !== "several") {
        link.target = found;
        return found !== draft;
      }
      const what = `${link.header} '${link.value}'`;
      if (found === "several") {
        problems.set(draft, problems.get(draft) ?? `${what} is the name of several records; give Record IDs`);
      } else if (!given.has(link.to)) {
        const kind = portal.kinds.find((each) => each.type === link.to)!;
        count(leftOut, `${draft.file}: ${link.header} left out, no ${kind.fileName} were given: `);
      } else if (belongsTo(draft.kind, link.to, portal)) {
        const kind = portal.kinds.find((each) => each.type === link.to)!;
        problems.set(draft, problems.get(draft) ?? `${what} is no ${kind.one} of the files or the portal`);
      }
      return false;
    });
  }
  spread(problems, drafts, portal);
  return [...leftOut].map(([what, times]) => `${what}${times} ${times === 1 ? "value" : "values"}`);
}

/** Breaks what belongs to the broken, until nothing more breaks; drops the lists' mentions of them. */
function spread(problems: Map<Draft, string>, drafts: readonly Draft[], portal: Portal): void {
  const isBroken = (target: Target | undefined): target is Draft =>
    target !== undefined && "kind" in target && problems.has(target);
  for (let before = -1; before !== problems.size;) {
    before = problems.size;
    for (const draft of drafts) {
      if (problems.has(draft)) continue;
      for (const { target, to, value } of draft.links) {
        if (!isBroken(target) || !belongsTo(draft.kind, to, portal)) continue;
        problems.set(draft, `its ${target.kind.one} '${value}' was skipped (${target.file} line ${target.line})`);
        break;
      }
    }
  }
  for (const draft of drafts) draft.links = draft.links.filter((link) => !isBroken(link.target));
}

/** A record belongs to those that are loaded before it. */
export function belongsTo(kind: Kind, to: string, portal: Portal): boolean {
  const place = (type: string) => portal.kinds.findIndex((each) => each.type === type);
  return place(to) <= place(kind.type);
}

type Target = Draft | { id: string };
type Index = Map<string, Target[]>;

function find(link: Link, index: Index): Target | "several" | undefined {
  const email = link.by === "name" ? /\(([^()\s]+@[^()\s]+)\)$/.exec(link.value)?.[1] : undefined;
  const value = email ?? link.value;
  const found = index.get(`${link.to}/${link.by}/${link.by === "id" ? value : value.toLowerCase()}`);
  if (!found || found.length === 0) return undefined;
  return found.length > 1 ? "several" : found[0];
}

function indexRows(drafts: readonly Draft[]): Index {
  const index: Index = new Map();
  for (const draft of drafts) {
    add(index, `${draft.kind.type}/id/${draft.key}`, draft);
    for (const name of new Set(namesOf(draft))) add(index, `${draft.kind.type}/name/${name}`, draft);
  }
  return index;
}

/** Looks up in the portal what the files do not have: records of an earlier import, or older ones by their name. */
async function readStored(portal: Portal, drafts: readonly Draft[], rows: Index): Promise<Index> {
  const index: Index = new Map();
  const missing = drafts.flatMap((draft) => draft.links).filter((link) => find(link, rows) === undefined);
  for (const kind of portal.kinds) {
    const ids = [
      ...new Set(missing.filter((link) => link.to === kind.type && link.by === "id").map((link) => link.value)),
    ];
    const names = [
      ...new Set(missing.filter((link) => link.to === kind.type && link.by === "name").map((link) => link.value)),
    ];
    if (ids.length > 0 && (await canMatch(portal, kind))) {
      for (const record of await readByUnique(portal, kind.type, kind.keyProperty, ids, [kind.keyProperty])) {
        add(index, `${kind.type}/id/${record.properties[kind.keyProperty]}`, { id: record.id });
      }
    }
    for (const batch of batchesOf(names)) {
      for (const record of await searchBy(portal, kind.type, kind.name, batch)) {
        add(index, `${kind.type}/name/${String(record.properties[kind.name]).toLowerCase()}`, { id: record.id });
      }
    }
  }
  return index;
}

async function canMatch(portal: Portal, kind: Kind): Promise<boolean> {
  return (await definitionsOf(portal, kind.type)).some((each) => each.name === kind.keyProperty);
}

/** Records whose property is one of these values. HubSpot compares `IN` in lower case. */
export async function searchBy(
  portal: Portal,
  type: string,
  property: string,
  values: readonly string[],
): Promise<ApiRecord[]> {
  const wanted = [...new Set(values.flatMap((value) => [value, value.toLowerCase()]))];
  const body = {
    filterGroups: [{ filters: [{ propertyName: property, operator: "IN", values: wanted }] }],
    properties: [property],
    sorts: [],
    query: "",
    limit: 200,
    after: "0",
  };
  return (await ask<{ results: ApiRecord[] }>(portal.call, "POST", `/crm/objects/${apiVersion}/${type}/search`, body))
    .results;
}

function add(index: Index, key: string, target: Target): void {
  const there = index.get(key);
  if (there) there.push(target);
  else index.set(key, [target]);
}

const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
