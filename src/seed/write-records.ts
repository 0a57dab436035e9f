import { apiVersion, ask, batchesOf, readAll, readBatch, type ApiRecord } from "./call.ts";
import type { Draft } from "./draft.ts";
import { importedRecordId, type Kind } from "./kinds.ts";
import { searchBy } from "./link-drafts.ts";
import { findOwner } from "./owners.ts";
import { definitionsOf, pipelinesOf, readByUnique, type Portal } from "./portal.ts";
import { stageProperties } from "./stages.ts";
import { writeBatches, type BatchAnswer } from "./write-batches.ts";

export interface Written {
  created: number;
  updated: number;
  unchanged: number;
  failed: { draft: Draft; reason: string }[];
}

/** Creates or updates the records of one kind; each draft that arrives gets its `id`. A second run writes nothing. */
export async function writeRecords(portal: Portal, kind: Kind, drafts: readonly Draft[]): Promise<Written> {
  if (kind.isPeoplesOwn && !portal.isEmulated) {
    const reason = `HubSpot lets no app write ${kind.fileName.replaceAll("_", " ")}`;
    return { created: 0, updated: 0, unchanged: 0, failed: drafts.map((draft) => ({ draft, reason })) };
  }
  const types = new Map((await definitionsOf(portal, kind.type)).map((each) => [each.name, each.type]));
  const stages = kind.stages ? await pipelinesOf(portal, kind.type) : [];
  const wanted = new Map<Draft, Record<string, string>>();
  for (const draft of drafts) {
    const owners = draft.owners.map(({ property, people }) => [property, ownerIds(people, portal)]);
    const stage = stageProperties(draft, stages) ?? {};
    const links = draft.links.flatMap(({ property, target }) =>
      property && target?.id ? [[property, target.id]] : [],
    );
    wanted.set(draft, {
      ...draft.properties,
      ...Object.fromEntries([...owners, ...links]),
      ...stage,
      [kind.keyProperty]: draft.key,
    });
  }

  const existing = await findExisting(portal, kind, drafts, wanted);
  const changes: { draft: Draft; properties: Record<string, string> }[] = [];
  let unchanged = 0;
  for (const [draft, record] of existing) {
    draft.id = record.id;
    const properties = changed(wanted.get(draft)!, record, types);
    if (Object.keys(properties).length > 0) changes.push({ draft, properties });
    else unchanged += 1;
  }

  const fresh = drafts.filter((draft) => !existing.has(draft));
  const created = await createRecords(portal, kind, fresh, wanted);
  const path = `/crm/objects/${apiVersion}/${kind.type}/batch/update`;
  const updated = await writeBatches(
    changes,
    ({ draft, properties }) => ({ id: draft.id, properties }),
    (body) => ask<BatchAnswer>(portal.call, "POST", path, body),
  );
  return {
    created: created.done.length,
    updated: updated.done.length,
    unchanged,
    failed: [
      ...created.failed.map(({ input, reason }) => ({ draft: input, reason })),
      ...updated.failed.map(({ input, reason }) => ({ draft: input.draft, reason })),
    ],
  };
}

/** The emulated portal takes records as people make them in HubSpot, with the day they were first made. */
async function createRecords(
  portal: Portal,
  kind: Kind,
  drafts: readonly Draft[],
  wanted: ReadonlyMap<Draft, Record<string, string>>,
) {
  const path = portal.isEmulated
    ? `/_sandbox/records/${kind.type}`
    : `/crm/objects/${apiVersion}/${kind.type}/batch/create`;
  const outcome = await writeBatches(
    drafts,
    (draft) => {
      const properties = wanted.get(draft)!;
      const born = portal.isEmulated ? properties["original_create_date"] : undefined;
      return { properties: { ...properties, ...(born === undefined ? {} : { createdate: born }) }, associations: [] };
    },
    (body) => ask<BatchAnswer>(portal.call, "POST", path, body),
  );
  for (const { input, record } of outcome.done) input.id = record.id;
  return outcome;
}

/** By the key of an earlier import; else a contact by its email, a company that was never imported by its domain. */
async function findExisting(
  portal: Portal,
  kind: Kind,
  drafts: readonly Draft[],
  wanted: ReadonlyMap<Draft, Record<string, string>>,
): Promise<Map<Draft, ApiRecord>> {
  const properties = [...new Set([...wanted.values()].flatMap((each) => Object.keys(each)))];
  const found = new Map<Draft, ApiRecord>();
  const read = async (property: string) => {
    const open = drafts.filter((draft) => !found.has(draft) && wanted.get(draft)![property] !== undefined);
    const byValue = new Map(open.map((draft) => [wanted.get(draft)![property]!, draft]));
    const records = kind.isPeoplesOwn
      ? await readAll<ApiRecord>(portal.call, `/crm/objects/${apiVersion}/${kind.type}?limit=100${asQuery(properties)}`)
      : await readByUnique(portal, kind.type, property, [...byValue.keys()], properties);
    for (const record of records) {
      const draft = byValue.get(record.properties[property] ?? "");
      if (draft) found.set(draft, record);
    }
  };
  if (!portal.neverImported.has(kind.type)) await read(kind.keyProperty);
  if (kind.type === "contacts") await read("email");
  if (kind.type === "companies") await matchDomains(portal, drafts, wanted, found, properties);
  return found;
}

const asQuery = (properties: readonly string[]): string => properties.map((name) => `&properties=${name}`).join("");

/** Two companies may share a domain, so one that was imported under another key is somebody else. */
async function matchDomains(
  portal: Portal,
  drafts: readonly Draft[],
  wanted: ReadonlyMap<Draft, Record<string, string>>,
  found: Map<Draft, ApiRecord>,
  properties: string[],
): Promise<void> {
  const open = drafts.filter((draft) => !found.has(draft) && draft.properties["domain"] !== undefined);
  for (const batch of batchesOf(open)) {
    const domains = batch.map((draft) => draft.properties["domain"]!);
    const ids = (await searchBy(portal, "companies", "domain", domains)).map(({ id }) => ({ id }));
    for (const inputs of batchesOf(ids)) {
      for (const record of await readBatch(portal.call, "companies", inputs, [...properties, "domain"])) {
        const twin = batch.find(
          (draft) =>
            !found.has(draft) &&
            draft.properties["domain"]!.toLowerCase() === record.properties["domain"]?.toLowerCase(),
        );
        if (twin && !record.properties[importedRecordId] && wanted.has(twin)) found.set(twin, record);
      }
    }
  }
}

/** Only what differs; a key from an earlier import stays. */
function changed(
  wanted: Record<string, string>,
  record: ApiRecord,
  types: ReadonlyMap<string, string>,
): Record<string, string> {
  const differs = ([name, value]: [string, string]): boolean => {
    const stored = record.properties[name] ?? "";
    if (name === importedRecordId && stored !== "") return false;
    if (stored === value) return false;
    if (types.get(name) === "datetime") return momentMs(stored) !== momentMs(value);
    if (types.get(name) === "number") return stored === "" || Number(stored) !== Number(value);
    if (name === "domain") return stored.toLowerCase() !== value.toLowerCase();
    return true;
  };
  return Object.fromEntries(Object.entries(wanted).filter(differs));
}

const momentMs = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Date.parse(text));

function ownerIds(people: readonly string[], portal: Portal): string {
  const found = people.map((text) => findOwner(text, portal.owners));
  return found.flatMap((owner) => (owner === undefined || owner === "several" ? [] : [owner.id])).join(";");
}
