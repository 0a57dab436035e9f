/** Batches under way at once: enough to fill the rate limit at 300 ms a call, few enough to keep memory flat. */
const width = 8;

export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

/** Runs `run` over all items, a few at once, answers in order. On a failure it starts nothing new, lets what is under way end, then throws. */
export async function concurrently<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  let failure: { cause: unknown } | null = null;
  const work = async () => {
    while (next < items.length && !failure) {
      const index = next++;
      try {
        answers[index] = await run(items[index] as T);
      } catch (cause) {
        failure ??= { cause };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
  const failed = failure as { cause: unknown } | null;
  if (failed) throw failed.cause;
  return answers;
}
