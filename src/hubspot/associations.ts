import { Problem } from "@keyline/domain";
import { writePairs, type Label, type Pair, type PairRefusal } from "./association-writes.ts";
import { chunksOf, concurrently } from "./concurrently.ts";
import { problemFromEntry, type HubSpotError } from "./refusal.ts";
import { pathName, type Readable } from "./record.ts";
import { remember } from "./remember.ts";
import type { Call } from "./call.ts";
import type { Request } from "./request.ts";
import { apiVersion } from "./version.ts";

/** An object by declaration or by HubSpot's name. */
export type ObjectRef = Pick<Readable, "kind" | "name"> | string;

/** A way in which two objects can be associated, from one side (spec: AssociationSpecWithLabel). */
export interface AssociationType {
  typeId: number;
  category: string;
  /** null for the plain association. */
  label: string | null;
}

export interface Associated {
  id: string;
  types: AssociationType[];
}

export interface Associations {
  /** What each record is associated with; a record without any has an empty list. */
  read(from: ObjectRef, to: ObjectRef, ids: readonly string[]): Promise<Map<string, Associated[]>>;
  /** Doing it twice is the same as doing it once. */
  create(from: ObjectRef, to: ObjectRef, pairs: readonly Pair[]): Promise<{ refused: PairRefusal[] }>;
  /** Removes one label or type of each pair when the pair names one, else every association of the pair. */
  remove(from: ObjectRef, to: ObjectRef, pairs: readonly Pair[]): Promise<void>;
  /** The types that stand in the portal; read from HubSpot, never guessed, and remembered for ten minutes. */
  types(from: ObjectRef, to: ObjectRef): Promise<AssociationType[]>;
  /** Throws Problem `not-provisioned` when the portal has no such type. */
  type(from: ObjectRef, to: ObjectRef, label?: Label): Promise<AssociationType>;
  /** A label, and its inverse when the two sides differ. `name` cannot be changed later. */
  defineLabel(
    from: ObjectRef,
    to: ObjectRef,
    label: { name: string; label: string; inverseLabel?: string },
  ): Promise<void>;
  renameLabel(
    from: ObjectRef,
    to: ObjectRef,
    associationTypeId: number,
    words: { label: string; inverseLabel?: string },
  ): Promise<void>;
  forgetTypes(): void;
}

/** Docs, associations: at most 1,000 inputs for a read, 2,000 for a write. */
const readSize = 1_000;
const writeSize = 2_000;
const rememberMs = 10 * 60_000;

interface ReadAnswer {
  results: {
    from: { id: string };
    to: { toObjectId: string; associationTypes: AssociationType[] }[];
    paging?: { next?: { after: string } };
  }[];
  errors?: HubSpotError[];
}

export function openAssociations(
  request: Request,
  withPriority: Pick<Call, "priority">,
  now: () => number,
): Associations {
  const known = remember<AssociationType[]>(rememberMs, now);
  const post = <T>(path: string, inputs: unknown[]) =>
    request<T>({ method: "POST", path, body: { inputs }, ...withPriority });

  async function readChunk(path: string, ids: string[], found: Map<string, Associated[]>): Promise<void> {
    let inputs: { id: string; after?: string }[] = ids.map((id) => ({ id }));
    while (inputs.length > 0) {
      const answer = await post<ReadAnswer>(path, inputs);
      for (const error of answer.errors ?? []) {
        // HubSpot says "not found" for a record without associations of this kind.
        if (!isMissing(error)) throw problemFromEntry(error);
      }
      inputs = [];
      for (const { from, to, paging } of answer.results) {
        const list = found.get(from.id) ?? [];
        list.push(...to.map((one) => ({ id: one.toObjectId, types: one.associationTypes })));
        found.set(from.id, list);
        if (paging?.next) inputs.push({ id: from.id, after: paging.next.after });
      }
    }
  }

  async function typeOfPair(from: ObjectRef, to: ObjectRef, { label, typeId }: Pair): Promise<AssociationType> {
    if (typeId === undefined) return associations.type(from, to, label);
    const type = (await associations.types(from, to)).find((one) => one.typeId === typeId);
    if (type) return type;
    throw new Problem(
      "not-provisioned",
      `The portal has no association type ${typeId} from ${pathName(from)} to ${pathName(to)}.`,
    );
  }

  async function labelled(from: ObjectRef, to: ObjectRef, pairs: readonly Pair[]) {
    return Promise.all(
      pairs.map(async (pair) => {
        const type = await typeOfPair(from, to, pair);
        const types = [{ associationCategory: type.category, associationTypeId: type.typeId }];
        return { from: { id: pair.from }, to: { id: pair.to }, types };
      }),
    );
  }

  const associations: Associations = {
    async read(from, to, ids) {
      const unique = [...new Set(ids)];
      const found = new Map<string, Associated[]>(unique.map((id) => [id, []]));
      const path = `${rootOf(from, to)}/batch/read`;
      await concurrently(chunksOf(unique, readSize), (chunk) => readChunk(path, chunk, found));
      return found;
    },
    async create(from, to, pairs) {
      const root = rootOf(from, to);
      const plain = pairs.filter((pair) => !isTyped(pair));
      const typed = pairs.filter(isTyped);
      const refused = [
        ...(await concurrently(chunksOf(plain, writeSize), (chunk) =>
          writePairs(chunk, (some) => post(`${root}/batch/associate/default`, some.map(ends))),
        )),
        ...(await concurrently(chunksOf(typed, writeSize), (chunk) =>
          writePairs(chunk, async (some) => post(`${root}/batch/create`, await labelled(from, to, some))),
        )),
      ];
      return { refused: refused.flat() };
    },
    async remove(from, to, pairs) {
      const root = rootOf(from, to);
      const whole = pairs
        .filter((pair) => !isTyped(pair))
        .map((pair) => ({ from: { id: pair.from }, to: [{ id: pair.to }] }));
      const typed = await labelled(from, to, pairs.filter(isTyped));
      await concurrently(chunksOf(whole, readSize), (chunk) => post(`${root}/batch/archive`, chunk));
      await concurrently(chunksOf(typed, readSize), (chunk) => post(`${root}/batch/labels/archive`, chunk));
    },
    types: (from, to) =>
      known.get(rootOf(from, to), async () => {
        const path = `${rootOf(from, to)}/labels`;
        return (await request<{ results: AssociationType[] }>({ method: "GET", path, ...withPriority })).results;
      }),
    async type(from, to, label) {
      const types = await associations.types(from, to);
      const type = types.find((one) => isLabelled(one, label)) ?? null;
      if (type) return type;
      const kind =
        label === undefined ? "association" : `association "${typeof label === "string" ? label : label.en}"`;
      throw new Problem("not-provisioned", `The portal has no ${kind} from ${pathName(from)} to ${pathName(to)}.`);
    },
    async defineLabel(from, to, label) {
      await request({ method: "POST", path: `${rootOf(from, to)}/labels`, body: label, ...withPriority });
      known.forget();
    },
    async renameLabel(from, to, associationTypeId, words) {
      const body = { associationTypeId, ...words };
      await request({ method: "PUT", path: `${rootOf(from, to)}/labels`, body, ...withPriority });
      known.forget();
    },
    forgetTypes: known.forget,
  };
  return associations;
}

/** Labels stand in one language of the portal's choosing; ours are found by any of their words. */
function isLabelled(type: AssociationType, label: Label | undefined): boolean {
  if (label === undefined) return type.label === null;
  if (typeof label === "string") return type.label === label;
  return Object.values(label).some((word) => word === type.label);
}

function rootOf(from: ObjectRef, to: ObjectRef): string {
  return `/crm/associations/${apiVersion}/${pathName(from)}/${pathName(to)}`;
}

function ends(pair: Pair) {
  return { from: { id: pair.from }, to: { id: pair.to } };
}

function isTyped(pair: Pair): boolean {
  return pair.label !== undefined || pair.typeId !== undefined;
}

function isMissing(error: HubSpotError): boolean {
  return error.category === "OBJECT_NOT_FOUND" || error.subCategory === "crm.associations.NO_ASSOCIATIONS_FOUND";
}
