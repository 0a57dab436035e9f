import { company, type AccountProperties, type Person } from "@keyline/domain";
import type { Associated, HubSpot } from "../hubspot/index.ts";
import { readCompanyRecord } from "./read-company.ts";
import { descendantsOf, readChildren } from "./family-walk.ts";

/** What of a company says whom it manages; read these of it. */
export const familyProperties = ["am_manages_family", "am_family_ids"] as const;
export const familyExtra = ["hs_num_child_companies"];

interface FamilyRecord {
  readonly id: string;
  readonly properties: { readonly [K in (typeof familyProperties)[number]]: AccountProperties[K] | null };
  readonly raw: Readonly<Record<string, string | null>>;
}

/**
 * The companies that one manages with itself, the nearest first; none while its switch is off. As the numbers wrote them
 * down when they last walked the family, so that a card shows the same family as they count; where they have not yet, by
 * the same walk.
 */
export async function familyIdsOf(hubspot: HubSpot, { id, properties, raw }: FamilyRecord): Promise<string[]> {
  if (properties.am_manages_family !== true) return [];
  const written = properties.am_family_ids;
  if (written !== null) return written.split(";").filter((one) => one !== "" && one !== id);
  if (Number(raw["hs_num_child_companies"] ?? 0) === 0) return [];
  return descendantsOf(id, await readChildren(hubspot, [id]));
}

/** The same, of a company by its id. Throws `archived` or `not-found` when it is gone. */
export async function readFamilyIds(hubspot: HubSpot, companyId: string): Promise<string[]> {
  const options = { properties: familyProperties, extra: familyExtra };
  return familyIdsOf(hubspot, await readCompanyRecord(hubspot, companyId, options));
}

/** A company and its family, while they are read for a card. */
export interface FamilyReading {
  /** Those below. */
  readonly ids: Promise<readonly string[]>;
  /** What hangs on each of them, the company first. */
  ties(object: Parameters<HubSpot["associations"]["read"]>[1]): Promise<Ties>;
}

export type Ties = ReadonlyMap<string, readonly Associated[]>;

/** Members as they were last time, by company. */
const known = new WeakMap<HubSpot, Map<string, readonly string[]>>();

/**
 * Ties of a family are read beside the company itself, in one call: with the members of last time, since who belongs to it
 * stands on the company. Where that has changed meanwhile, the newcomers' ties are one call more.
 */
export function readFamily(hubspot: HubSpot, companyId: string, recordRead: Promise<FamilyRecord>): FamilyReading {
  const remembered = known.get(hubspot) ?? new Map<string, readonly string[]>();
  known.set(hubspot, remembered);
  const guessed = remembered.get(companyId) ?? [];
  const ids = recordRead.then(async (record) => {
    const family = await familyIdsOf(hubspot, record);
    if (family.length > 0) remembered.set(companyId, family);
    else remembered.delete(companyId);
    return family;
  });
  return {
    ids,
    async ties(object) {
      const { associations } = hubspot;
      const [first, family] = await Promise.all([associations.read(company, object, [companyId, ...guessed]), ids]);
      const missing = family.filter((id) => !guessed.includes(id));
      const more: Ties = missing.length > 0 ? await associations.read(company, object, missing) : new Map();
      return new Map([companyId, ...family].map((id) => [id, first.get(id) ?? more.get(id) ?? []]));
    },
  };
}

/**
 * Where each record belongs, each once: null for the company itself, also where it hangs on others too; else the nearest
 * member that it hangs on.
 */
export function homesOf(ties: Ties, companyId: string): Map<string, string | null> {
  const homes = new Map<string, string | null>();
  for (const [id, tied] of ties) {
    for (const one of tied) if (!homes.has(one.id)) homes.set(one.id, id === companyId ? null : id);
  }
  return homes;
}

/** A company of a family. `ids`: its own, and those it had before it was merged. */
export interface Member extends Person {
  readonly ids: readonly string[];
}

/** Members by name. */
export async function readMembers(hubspot: HubSpot, ids: readonly string[]): Promise<Member[]> {
  if (ids.length === 0) return [];
  const records = await hubspot.records(company).read(ids, { properties: [], extra: ["name", "hs_merged_object_ids"] });
  return records
    .map(({ id, raw }) => ({
      id,
      name: raw["name"] || id,
      ids: [id, ...(raw["hs_merged_object_ids"] ?? "").split(";").filter(Boolean)],
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/** Whom a company says it is managed under; the numbers write it down. */
export function managedUnderOf(properties: {
  readonly am_managed_under: string | null;
  readonly am_managed_under_id: string | null;
}): Person | null {
  const { am_managed_under: name, am_managed_under_id: id } = properties;
  return name && id ? { id, name } : null;
}
