import { useState } from "react";
import { useDraft, type Draft } from "./use-draft.ts";

/** A form over something that stands already: what the person wants, and what they saw when they began. */
export interface Edit<T> extends Draft<T> {
  seen: T;
  /** They have read what somebody else wrote meanwhile: `seen` says so from now on. */
  accept: (found: Partial<T>) => T;
  /** They give up their own values of these fields. */
  takeTheirs: (found: Partial<T>) => void;
}

/** `initial` is read when the form first shows; later changes of the card do not overwrite what was typed. */
export function useEdit<T extends object>(initial: () => T): Edit<T> {
  const draft = useDraft(initial);
  const [seen, setSeen] = useState(initial);
  const accept = (found: Partial<T>) => {
    const now = { ...seen, ...found };
    setSeen(now);
    return now;
  };
  return {
    ...draft,
    seen,
    accept,
    takeTheirs: (found) => {
      accept(found);
      draft.change(found);
    },
  };
}
