/** What a change makes of a text, how long it is wanted, and what whoever changed it wants to know. */
export interface Changed<Answer> {
  text: string;
  keepMs: number;
  answer: Answer;
}

/**
 * One text for each key that several processes change in turn, on one clock; `src/queue` keeps it. `change` hears the
 * text that stands (null when there is none) and the store's time, and runs again when another process was quicker: it
 * must be pure.
 */
export interface PacerStore {
  change<Answer>(key: string, change: (text: string | null, nowMs: number) => Changed<Answer>): Promise<Answer>;
}

/** For a process that shares its limit with no other. */
export function paceInMemory(now: () => number): PacerStore {
  const texts = new Map<string, string>();
  return {
    async change(key, change) {
      const { text, answer } = change(texts.get(key) ?? null, now());
      texts.set(key, text);
      return answer;
    },
  };
}
