/** Remembers answers by key for `ttlMs`; those who ask at the same time share one call, a failure is not remembered. */
export function remember<T>(ttlMs: number, now: () => number) {
  const known = new Map<string, { until: number; value: Promise<T> }>();
  return {
    get(key: string, find: () => Promise<T>): Promise<T> {
      const stood = known.get(key);
      if (stood && stood.until > now()) return stood.value;
      const value = find();
      const entry = { until: now() + ttlMs, value };
      known.set(key, entry);
      value.catch(() => {
        if (known.get(key) === entry) known.delete(key);
      });
      return value;
    },
    forget: () => known.clear(),
  };
}
