/**
 * Small texts by key, kept by the backend beside the jobs: answers to idempotency keys, seen signatures, cursors,
 * install tokens (encrypted by their owner). Every operation is atomic, also between processes.
 */
export interface KeyedStore {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, options?: { ttlMs?: number }): Promise<void>;
  /** True when the value was set, false when the key was there already (`get` gives what stands). */
  setIfAbsent(key: string, value: string, options?: { ttlMs?: number }): Promise<boolean>;
  /** True when there was something to delete. */
  delete(key: string): Promise<boolean>;
  /** Which of these keys are there. */
  known(keys: readonly string[]): Promise<Set<string>>;
  setMany(entries: readonly { key: string; value: string }[], options?: { ttlMs?: number }): Promise<void>;
  /** Everything whose key starts with the prefix, by key. For dozens or thousands, not for millions. */
  list(prefix: string): Promise<{ key: string; value: string }[]>;
}
