import { chunksOf, concurrently } from "./concurrently.ts";
import type { HubSpotError } from "./refusal.ts";

/** One value that a property had, as HubSpot's text (spec: ValueWithTimestamp). */
export interface PastValue {
  /** Empty when it was cleared. */
  value: string;
  /** ISO, UTC. */
  at: string;
  /** HubSpot's user id of who wrote it; null where an app, an import or a workflow did. */
  userId: string | null;
}

/** What a record's properties were, each latest first. */
export interface RecordHistory {
  id: string;
  createdAt: string;
  values: Readonly<Record<string, readonly PastValue[]>>;
}

/** HubSpot takes at most 50 records a call when their history is asked for (docs: CRM objects). */
const historyBatch = 50;

interface WireHistory {
  id: string;
  createdAt: string;
  propertiesWithHistory?: Record<string, { value: string | null; timestamp: string; updatedByUserId?: number }[]>;
}

interface HistoryAnswer {
  results: WireHistory[];
  errors?: HubSpotError[];
}

/** `post` asks `batch/read`; `refuse` throws for errors other than records that are gone. */
export async function readHistory(
  ids: readonly string[],
  asked: { properties: readonly string[]; idProperty?: string },
  post: (body: object) => Promise<HistoryAnswer>,
  refuse: (error: HubSpotError) => void,
): Promise<RecordHistory[]> {
  const { properties, idProperty } = asked;
  const pages = await concurrently(chunksOf([...new Set(ids)], historyBatch), async (chunk) => {
    const inputs = chunk.map((id) => ({ id }));
    const { results, errors = [] } = await post({
      inputs,
      properties: [],
      propertiesWithHistory: properties,
      ...(idProperty && { idProperty }),
    });
    errors.forEach(refuse);
    return results.map(toHistory);
  });
  return pages.flat();
}

function toHistory({ id, createdAt, propertiesWithHistory = {} }: WireHistory): RecordHistory {
  const values = Object.entries(propertiesWithHistory).map(([name, past]) => [
    name,
    past.map(({ value, timestamp, updatedByUserId }) => ({
      value: value ?? "",
      at: timestamp,
      userId: updatedByUserId === undefined ? null : String(updatedByUserId),
    })),
  ]);
  return { id, createdAt, values: Object.fromEntries(values) as RecordHistory["values"] };
}
