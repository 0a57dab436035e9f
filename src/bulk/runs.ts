import type { BulkChanges, Words } from "@keyline/domain";
import type { KeyedStore } from "../queue/index.ts";

const keptMs = 24 * 60 * 60_000;

/** What was asked; never changed once the run began. */
export interface Run {
  readonly userId: string;
  readonly recordIds: readonly string[];
  readonly changes: BulkChanges;
}

/** How far a run has come. Kept after each part, so that a run that died goes on where it was. */
export interface Standing {
  /** Companies behind which the run is; those before it are settled. */
  readonly done: number;
  /** Of the part under way: the ones about to be written. Found as wanted after a crash, they count as changed. */
  readonly writing: readonly string[];
  readonly changed: number;
  readonly same: number;
  readonly failed: readonly { id: string; name: string; reason: Words }[];
}

export const begun: Standing = { done: 0, writing: [], changed: 0, same: 0, failed: [] };

/** Runs of bulk actions beside the jobs: what was asked, and how far it is. */
export function openRuns(store: KeyedStore) {
  const at = (portalId: string, id: string, what: "asked" | "standing") => `bulk:${portalId}:${id}:${what}`;
  const read = async <T>(key: string): Promise<T | null> => {
    const text = await store.get(key);
    return text === null ? null : (JSON.parse(text) as T);
  };
  return {
    /** Keeps the first that is asked under an id; later ones change nothing. */
    begin: (portalId: string, id: string, run: Run) =>
      store.setIfAbsent(at(portalId, id, "asked"), JSON.stringify(run), { ttlMs: keptMs }),
    run: (portalId: string, id: string) => read<Run>(at(portalId, id, "asked")),
    standing: (portalId: string, id: string) => read<Standing>(at(portalId, id, "standing")),
    keep: (portalId: string, id: string, standing: Standing) =>
      store.set(at(portalId, id, "standing"), JSON.stringify(standing), { ttlMs: keptMs }),
  };
}
