import { useState } from "react";

/** What a person is writing in a form, kept until it is saved or given up. */
export interface Draft<T> {
  values: T;
  set: <K extends keyof T>(field: K, value: T[K]) => void;
  change: (values: Partial<T>) => void;
  reset: () => void;
}

/** `initial` is read when the form first shows and on `reset`; later changes of the card do not overwrite what was typed. */
export function useDraft<T extends object>(initial: () => T): Draft<T> {
  const [values, setValues] = useState(initial);
  return {
    values,
    set: (field, value) => setValues((before) => ({ ...before, [field]: value })),
    change: (changed) => setValues((before) => ({ ...before, ...changed })),
    reset: () => setValues(initial()),
  };
}
