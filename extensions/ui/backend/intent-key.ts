/**
 * Makes idempotency keys: one for one intent. The same content asked again gets the same key until `settle` says that an
 * answer came, so that a double click and a retry after a lost answer are one write.
 */
export function createIntentKeys(newKey: () => string = randomKey) {
  let open: { content: string; key: string } | null = null;
  return {
    keyFor(content: unknown): string {
      const text = JSON.stringify(content);
      if (open?.content !== text) open = { content: text, key: newKey() };
      return open.key;
    },
    settle(): void {
      open = null;
    },
  };
}

/** A random UUID; where the worker has no `crypto.randomUUID`, as many random digits from `Math.random`. */
export function randomKey(): string {
  if (typeof crypto !== "undefined" && "randomUUID" in crypto) return crypto.randomUUID();
  return Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join("");
}
