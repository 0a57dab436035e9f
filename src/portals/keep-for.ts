/** Remembers an answer for a while; a failure is not remembered, and callers at once share one reading. */
export function keepFor<T>(forMs: number, read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  let readAt = 0;
  return () => {
    if (value && Date.now() - readAt < forMs) return value;
    readAt = Date.now();
    const reading = read();
    value = reading;
    reading.catch(() => {
      if (value === reading) value = undefined;
    });
    return reading;
  };
}
