/** How often each operation was called, for whoever wants to know what an app costs. */
export function openCallCounts() {
  let byOperation = new Map<string, number>();
  let total = 0;
  let rateLimited = 0;
  return {
    count(operation: string, status: number) {
      total += 1;
      if (status === 429) rateLimited += 1;
      byOperation.set(operation, (byOperation.get(operation) ?? 0) + 1);
    },
    read: () => ({ total, rateLimited, byOperation: Object.fromEntries([...byOperation].sort()) }),
    clear() {
      byOperation = new Map();
      total = 0;
      rateLimited = 0;
    },
  };
}
