import { Problem, type Fields } from "@keyline/domain";
import { batchSize, writeBatches, type BatchInput, type BatchResult } from "./batch-write.ts";
import { chunksOf, concurrently } from "./concurrently.ts";
import type { Priority } from "./pacer.ts";
import {
  pathName,
  readRecord,
  writeProperties,
  type Readable,
  type Rec,
  type WireRecord,
  type WriteValues,
} from "./record.ts";
import { readHistory, type RecordHistory } from "./read-history.ts";
import type { HubSpotError } from "./refusal.ts";
import type { Request } from "./request.ts";
import { countMatches, searchPages, type SearchQuery } from "./search.ts";
import { apiVersion } from "./version.ts";

export interface ReadOptions<F extends Fields> {
  /** Declared properties to read; default all. */
  properties?: readonly (keyof F & string)[];
  /** Further properties of HubSpot's, read as text in `raw`. */
  extra?: readonly string[];
  /** Ids are values of this unique property. */
  idProperty?: string;
  archived?: boolean;
}

export interface Write<F extends Fields> {
  properties: WriteValues<F>;
  /** HubSpot's own properties, as text. */
  extra?: Record<string, string>;
}

/** An association made together with a record (spec: PublicAssociationsForObject). */
export interface NewAssociation {
  to: string;
  typeId: number;
  category: string;
}

/** What became of every input; none is missing from both lists. */
export interface Written<F extends Fields> {
  written: { key: string; id: string; isNew: boolean; record: Rec<F> }[];
  refused: { key: string; problem: Problem }[];
}

/** The records of one object in one portal. */
export interface Records<F extends Fields> {
  /** Pages of up to 200, by record id unless sorted. Answers lag behind writes by seconds. */
  search(query?: SearchQuery<F>): AsyncGenerator<Rec<F>[]>;
  count(where?: SearchQuery<F>["where"]): Promise<number>;
  /** Every record, by pages of 100. No search: without lag, without its limit of five a second, but without a filter too. */
  list(options?: Omit<ReadOptions<F>, "idProperty">): AsyncGenerator<Rec<F>[]>;
  /** Those that exist, in no promised order. An id of a record that was merged away gives the record that it became. */
  read(ids: readonly string[], options?: ReadOptions<F>): Promise<Rec<F>[]>;
  readOne(id: string, options?: ReadOptions<F>): Promise<Rec<F> | null>;
  /** What properties were, latest first, of the records that exist. */
  history(
    ids: readonly string[],
    asked: { properties: readonly (keyof F & string)[]; idProperty?: string },
  ): Promise<RecordHistory[]>;
  /** By the object's unique key, or by another unique property. Two inputs of one key become one, the later values winning. */
  upsert(inputs: readonly ({ key: string } & Write<F>)[], options?: { by?: string }): Promise<Written<F>>;
  /** By record id; the answer's keys are the ids. */
  update(inputs: readonly ({ id: string } & Write<F>)[]): Promise<Written<F>>;
  /** Not repeatable: after a lost answer it throws rather than try again. Keys of the answer are the inputs' positions. */
  create(inputs: readonly (Write<F> & { associations?: NewAssociation[] })[]): Promise<Written<F>>;
  archive(ids: readonly string[]): Promise<void>;
}

interface Context {
  request: Request;
  priority: Priority;
  /** Hears of values that could not be parsed: they are read as null. */
  onUnreadable: (object: string, property: string) => void;
}

export function openRecords<F extends Fields>(object: Readable<F>, context: Context): Records<F> {
  const { request, priority } = context;
  const type = pathName(object);
  const root = `/crm/objects/${apiVersion}/${type}`;
  const parse = (wire: WireRecord) =>
    readRecord(object, wire, (property) => context.onUnreadable(object.name, property));
  const namesOf = (options: Pick<ReadOptions<F>, "properties" | "extra">) => [
    ...new Set([...(options.properties ?? Object.keys(object.fields)), ...(options.extra ?? [])]),
  ];
  const post = <T>(path: string, body: unknown, query?: Record<string, boolean>) =>
    request<T>({ method: "POST", path: `${root}/${path}`, body, priority, ...(query && { query }) });
  const write = async (operation: string, inputs: BatchInput[]) =>
    typed(await writeBatches(inputs, (body) => post(`batch/${operation}`, body)), parse);

  const records: Records<F> = {
    async *search(query = {}) {
      for await (const page of searchPages(request, object, type, query, namesOf(query), priority))
        yield page.map(parse);
    },
    count: (where) => countMatches(request, object, type, where, priority),
    async *list(options = {}) {
      const query = { limit: listSize, properties: namesOf(options), archived: options.archived };
      let after: string | undefined;
      do {
        const page: ReadAnswer = await request<ReadAnswer>({
          method: "GET",
          path: root,
          query: { ...query, after },
          priority,
        });
        if (page.results.length > 0) yield page.results.map(parse);
        after = page.paging?.next?.after;
      } while (after !== undefined);
    },
    async read(ids, options = {}) {
      const { idProperty, archived } = options;
      const pages = await concurrently(chunksOf([...new Set(ids)], batchSize), async (chunk) => {
        const body = {
          inputs: chunk.map((id) => ({ id })),
          properties: namesOf({ ...options, extra: [...(options.extra ?? []), ...(idProperty ? [idProperty] : [])] }),
          propertiesWithHistory: [],
          ...(idProperty && { idProperty }),
        };
        const answer = await post<ReadAnswer>("batch/read", body, archived ? { archived } : undefined);
        for (const error of answer.errors ?? []) throwUnlessMissing(error);
        return answer.results.map(parse);
      });
      return [...new Map(pages.flat().map((record) => [record.id, record])).values()];
    },
    async readOne(id, options) {
      return (await records.read([id], options))[0] ?? null;
    },
    history: (ids, asked) => readHistory(ids, asked, (body) => post("batch/read", body), throwUnlessMissing),
    upsert(inputs, options = {}) {
      const by = options.by ?? object.key;
      if (!by) throw new Problem("internal", `Writing ${object.name} by key needs the name of its unique property.`);
      const byKey = mergedBy(inputs, (input) => input.key);
      return write(
        "upsert",
        [...byKey].map(([key, { properties, extra }]) => ({
          key,
          input: { id: key, idProperty: by, properties: { ...writeProperties(object, properties, extra), [by]: key } },
        })),
      );
    },
    update(inputs) {
      const byId = mergedBy(inputs, (input) => input.id);
      return write(
        "update",
        [...byId].map(([id, { properties, extra }]) => ({
          key: id,
          input: { id, properties: writeProperties(object, properties, extra) },
        })),
      );
    },
    create(inputs) {
      return write(
        "create",
        inputs.map(({ properties, extra, associations = [] }, index) => ({
          key: String(index),
          input: {
            properties: writeProperties(object, properties, extra),
            associations: associations.map(({ to, typeId, category }) => ({
              to: { id: to },
              types: [{ associationCategory: category, associationTypeId: typeId }],
            })),
          },
        })),
      );
    },
    async archive(ids) {
      const chunks = chunksOf([...new Set(ids)], batchSize);
      await concurrently(chunks, (chunk) => post("batch/archive", { inputs: chunk.map((id) => ({ id })) }));
    },
  };
  return records;
}

/** HubSpot lists at most 100 records a page (docs: CRM objects). */
const listSize = 100;

interface ReadAnswer {
  results: WireRecord[];
  paging?: { next?: { after: string } };
  errors?: HubSpotError[];
}

/** Ids that are not there come as errors beside the results; anything else is not ours to hide. */
function throwUnlessMissing(error: HubSpotError): void {
  if (error.category === "OBJECT_NOT_FOUND") return;
  throw new Problem("unavailable", `HubSpot could not read every record: ${error.message ?? "no reason given"}`, {
    cause: error,
  });
}

function typed<F extends Fields>(result: BatchResult, parse: (wire: WireRecord) => Rec<F>): Written<F> {
  return {
    written: result.written.map(({ key, record }) => ({
      key,
      id: record.id,
      isNew: record.new ?? false,
      record: parse(record),
    })),
    refused: result.refused,
  };
}

/** HubSpot refuses a batch that names a record twice; two writes to one record are one write, as if made in turn. */
function mergedBy<F extends Fields, I extends Write<F>>(
  inputs: readonly I[],
  keyOf: (input: I) => string,
): Map<string, Write<F>> {
  const merged = new Map<string, Write<F>>();
  for (const input of inputs) {
    const before = merged.get(keyOf(input));
    merged.set(keyOf(input), {
      properties: { ...before?.properties, ...input.properties },
      extra: { ...before?.extra, ...input.extra },
    });
  }
  return merged;
}
