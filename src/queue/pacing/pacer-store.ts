/** What a change makes of a text, how long it is wanted, and what whoever changed it wants to know. */
export interface Changed<Answer> {
  text: string;
  keepMs: number;
  answer: Answer;
}

/**
 * One text for each key that several processes change in turn: what is known of a portal's limits. `change` hears the
 * text that stands (null when there is none) and the store's own time, since the processes' clocks may differ. It runs
 * again when another process was quicker, so it must be pure.
 */
export interface PacerStore {
  change<Answer>(key: string, change: (text: string | null, nowMs: number) => Changed<Answer>): Promise<Answer>;
}

/** A text as it stands; `version` is empty when there is none. */
export interface Standing {
  text: string | null;
  version: string;
  nowMs: number;
}

/** Makes a store of a place where a text can be read, and replaced if nobody did so meanwhile. */
export function changing(texts: {
  read(key: string): Promise<Standing>;
  /** False when another version stands by now. */
  replace(key: string, text: string, versions: { from: string; to: string }, keepMs: number): Promise<boolean>;
}): PacerStore {
  return {
    async change(key, change) {
      for (;;) {
        const { text, version, nowMs } = await texts.read(key);
        const { text: next, keepMs, answer } = change(text, nowMs);
        if (await texts.replace(key, next, { from: version, to: crypto.randomUUID() }, keepMs)) return answer;
      }
    },
  };
}
