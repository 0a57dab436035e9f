/** One thing that waits. */
export interface Waiting {
  key: string;
  value: string;
  /** Changes whenever the thing is put again. */
  mark: string;
}

/**
 * Piles of things that wait to be done, each once by its key, kept beside the jobs. Whoever does them looks, works, and
 * drops what it looked at: what died in between still lies there, and what was put again meanwhile stays.
 */
export interface PileStore {
  /** Puts things on a pile; one that lies there already gets the new value and goes to the end. */
  put(pile: string, things: readonly { key: string; value?: string }[]): Promise<void>;
  /** Those that were put longest ago, first. Nothing is taken away. */
  look(pile: string, limit: number): Promise<Waiting[]>;
  /** Takes away what was looked at, unless it was put again since. */
  drop(pile: string, looked: readonly Waiting[]): Promise<void>;
  size(pile: string): Promise<number>;
}

/** The last of equal keys: one statement cannot put the same key twice. */
export function lastByKey(things: readonly { key: string; value?: string }[]): [string, string][] {
  const byKey = new Map(things.map(({ key, value = "" }) => [key, value]));
  // In one order, so that two who put the same keys at once do not wait for each other.
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
}
