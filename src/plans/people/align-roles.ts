import { company, contact, readDecidesAt, rolesInOrder, writeDecidesAt, type DecisionRole } from "@keyline/domain";
import type { Associated, HubSpot, Pair, PairRefusal, Written } from "../../hubspot/index.ts";
import type { ContactRecord } from "../facts.ts";
import { namesOf, rolesAt, rolesIn } from "./known-roles.ts";
import { labelledRoles } from "./label-roles.ts";

/** What a pass over some companies did. */
export interface Aligned {
  /** Contacts and labels written. */
  written: number;
  refused: { key: string; message: string }[];
}

/**
 * Property and labels say the same of everybody at these companies: people change the one or the other in HubSpot, and its
 * lists go by either. Property first, then labels, then what both agree on: a pass cut off is finished by the next one. Done
 * twice it writes nothing more.
 */
export async function alignRoles({ hubspot }: { hubspot: HubSpot }, companyIds: readonly string[]): Promise<Aligned> {
  const { associations } = hubspot;
  const tied = await associations.read(company, contact, companyIds);
  const ids = [...new Set([...tied.values()].flat().map(({ id }) => id))];
  if (ids.length === 0) return { written: 0, refused: [] };
  const [contacts, companies, types] = await Promise.all([
    hubspot.records(contact).read(ids, { properties: ["am_decision_role", "am_decides_at"] }),
    associations.read(contact, company, ids),
    associations.types(contact, company),
  ]);
  const labels = labelledRoles(types);
  const names = await readNames(hubspot, [...companies.values()].flat());
  const alignments = contacts.map((one) => alignmentOf(one, companies.get(one.id) ?? [], names, labels));

  const results = [
    await update(hubspot, alignments, ({ roles }) => roles && { am_decision_role: roles }),
    await labelAll(hubspot, alignments),
    await update(hubspot, alignments, ({ agreed }) => (agreed === undefined ? null : { am_decides_at: agreed })),
  ];
  return {
    written: results.reduce((sum, result) => sum + result.written, 0),
    refused: results.flatMap(({ refused }) => refused),
  };
}

interface Alignment {
  readonly id: string;
  /** Null: the property says so already. */
  readonly roles: DecisionRole[] | null;
  readonly add: Pair[];
  readonly remove: Pair[];
  /** Undefined: it says so already. */
  readonly agreed: string | null | undefined;
}

/** What has to be written so that the property, the labels and what they agree on say the same of one contact. */
export function alignmentOf(
  contact: Pick<ContactRecord, "id" | "properties">,
  companies: readonly Associated[],
  namesByCompany: ReadonlyMap<string, readonly string[]>,
  labels: ReadonlyMap<DecisionRole, number>,
): Alignment {
  const { id, properties } = contact;
  const add: Pair[] = [];
  const remove: Pair[] = [];
  const all: DecisionRole[] = [];
  const places = new Map(readDecidesAt(properties.am_decides_at));
  for (const tie of companies) {
    const names = namesByCompany.get(tie.id) ?? [tie.id];
    const roles = rolesAt(contact, companies, names);
    all.push(...roles);
    for (const [role, typeId] of labels) {
      const isLabelled = rolesIn([tie]).includes(role);
      if (roles.includes(role) !== isLabelled) (isLabelled ? remove : add).push({ from: id, to: tie.id, typeId });
    }
    for (const name of names) places.delete(name);
    if (roles.length > 0)
      places.set(
        tie.id,
        roles.filter((role) => labels.has(role)),
      );
  }
  const inAll = rolesInOrder(all);
  const agreed = writeDecidesAt(sortedById(places));
  return {
    id,
    roles: isSame(inAll, rolesInOrder(properties.am_decision_role ?? [])) ? null : inAll,
    add,
    remove,
    agreed: agreed === writeDecidesAt(sortedById(readDecidesAt(properties.am_decides_at))) ? undefined : agreed,
  };
}

function sortedById<T>(places: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...places].sort(([one], [other]) => Number(one) - Number(other)));
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.join() === other.join();
}

async function readNames(hubspot: HubSpot, companies: readonly Associated[]): Promise<Map<string, string[]>> {
  const ids = [...new Set(companies.map(({ id }) => id))];
  const records = await hubspot.records(company).read(ids, { properties: [], extra: ["hs_merged_object_ids"] });
  return new Map(records.map((record) => [record.id, namesOf(record)]));
}

async function update(
  hubspot: HubSpot,
  alignments: readonly Alignment[],
  propertiesOf: (one: Alignment) => Partial<ContactRecord["properties"]> | null,
): Promise<Aligned> {
  const inputs = alignments.flatMap((one) => {
    const properties = propertiesOf(one);
    return properties ? [{ id: one.id, properties }] : [];
  });
  if (inputs.length === 0) return { written: 0, refused: [] };
  const { written, refused }: Written<(typeof contact)["fields"]> = await hubspot.records(contact).update(inputs);
  return {
    written: written.length,
    refused: refused.map(({ key, problem }) => ({ key, message: problem.message })),
  };
}

async function labelAll(hubspot: HubSpot, alignments: readonly Alignment[]): Promise<Aligned> {
  const add = alignments.flatMap((one) => one.add);
  const remove = alignments.flatMap((one) => one.remove);
  const refused: PairRefusal[] =
    add.length > 0 ? (await hubspot.associations.create(contact, company, add)).refused : [];
  if (remove.length > 0) await hubspot.associations.remove(contact, company, remove);
  return {
    written: add.length + remove.length - refused.length,
    refused: refused.map(({ pair, problem }) => ({ key: pair.from, message: problem.message })),
  };
}
