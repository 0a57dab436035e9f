/** An answer that is remembered for a while. */
export interface Kept<T> {
  read(): Promise<T>;
  /** Forgets it: the next one who asks reads anew. */
  renew(): void;
}

/** A failure is not remembered, and callers at once share one reading. */
export function keepFor<T>(forMs: number, read: () => Promise<T>): Kept<T> {
  let value: Promise<T> | undefined;
  let readAt = 0;
  return {
    read() {
      if (value && Date.now() - readAt < forMs) return value;
      readAt = Date.now();
      const reading = read();
      value = reading;
      reading.catch(() => {
        if (value === reading) value = undefined;
      });
      return reading;
    },
    renew() {
      value = undefined;
    },
  };
}
