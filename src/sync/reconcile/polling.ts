import { Problem } from "@keyline/domain";
import { pathName, type HubSpot, type Rec, type Records } from "../../hubspot/index.ts";
import { kinds, type Kind } from "../kinds/index.ts";

export type PolledKind = Kind & Required<Pick<Kind, "polled">>;

/** What the reconciliation asks for changes: everything that check-ins and numbers are made of. */
export const polledKinds = kinds.filter((kind): kind is PolledKind => kind.polled !== undefined);

export const nameOf = (kind: Kind) => pathName(kind.object);

export const recordsOf = (hubspot: HubSpot, kind: Kind): Records<Record<string, never>> =>
  hubspot.records(nameOf(kind));

/** Pages of records that changed from a moment on; none where this portal has no such records, or shows us none. */
export async function* changedSince(hubspot: HubSpot, kind: PolledKind, fromMs: number): AsyncGenerator<Rec[]> {
  const { modified } = kind.polled;
  const where = [[{ property: modified, operator: "GTE" as const, value: new Date(fromMs) }]];
  const extra = [modified, ...(nameOf(kind) === "companies" ? ["hs_merged_object_ids"] : [])];
  yield* unlessUnavailable(recordsOf(hubspot, kind).search({ where, extra }));
}

/** The newest change that HubSpot's search knows of; 0 when there is none. */
export async function newestChange(hubspot: HubSpot, kind: PolledKind): Promise<number> {
  const { modified } = kind.polled;
  const pages = recordsOf(hubspot, kind).search({
    extra: [modified],
    sort: { by: modified, descending: true },
    limit: 1,
  });
  for await (const [newest] of unlessUnavailable(pages)) if (newest) return changedAt(newest, kind);
  return 0;
}

/** Records in the bin, by pages of a hundred: HubSpot cannot be asked for the latest alone. */
export async function* binOf(hubspot: HubSpot, kind: PolledKind): AsyncGenerator<Rec[]> {
  yield* unlessUnavailable(recordsOf(hubspot, kind).list({ properties: [], archived: true }));
}

export function changedAt({ raw, updatedAt }: Rec, { polled }: PolledKind): number {
  const text = raw[polled.modified];
  const ms = text ? (/^\d+$/.test(text) ? Number(text) : Date.parse(text)) : NaN;
  return Number.isNaN(ms) ? Date.parse(updatedAt) : ms;
}

/** A portal without the hub, or a token without the scope, has no such records. */
async function* unlessUnavailable<T>(pages: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    yield* pages;
  } catch (problem) {
    if (problem instanceof Problem && [403, 404].includes(problem.status)) return;
    throw problem;
  }
}
