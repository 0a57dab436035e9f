import { useState } from "react";
import type { Problem } from "@keyline/domain";

/** A form over values that others may change too: what the person saw, what they want, what they found on saving. */
export interface Edit<Values extends object> {
  values: Values;
  set: <K extends keyof Values>(field: K, value: Values[K]) => void;
  /** Fields that somebody else changed meanwhile and that nobody has decided over yet, as they stand now. */
  found: Partial<Values>;
  submit: () => Promise<void>;
  /** Decides over one field of `found`; with the last one decided, the form is sent again. */
  resolve: (field: keyof Values, whose: "mine" | "theirs") => void;
}

interface State<Values> {
  seen: Values;
  values: Values;
  decided: readonly (keyof Values)[];
}

interface Options<Values extends object> {
  /** As the card shows them now. What a person has begun to change is kept when the card changes under it. */
  current: Values;
  /** Of the last try to save. */
  problem: Problem | null;
  /** What a conflict found. */
  readFound: (found: unknown) => Partial<Values>;
  /** Says whether it was saved. */
  send: (expected: Values, wanted: Values) => Promise<boolean>;
}

export function useEdit<Values extends object>({ current, problem, readFound, send }: Options<Values>): Edit<Values> {
  const [state, setState] = useState<State<Values>>({ seen: current, values: current, decided: [] });
  // A form that nobody has touched follows the card.
  if (isSame(state.seen, state.values) && !isSame(state.seen, current)) {
    setState({ seen: current, values: current, decided: [] });
  }
  const clash: Partial<Values> = problem?.code === "conflict" ? readFound(problem.found) : {};
  const open = (decided: readonly (keyof Values)[]) =>
    Object.entries(clash).filter(([field]) => !decided.includes(field as keyof Values)); // oxlint-disable-line typescript/no-unsafe-type-assertion -- a key of the values

  const save = async ({ seen, values }: State<Values>): Promise<void> => {
    setState((before) => ({ ...before, decided: [] }));
    if (await send(seen, values)) setState({ seen: values, values, decided: [] });
  };

  return {
    values: state.values,
    found: Object.fromEntries(open(state.decided)) as Partial<Values>, // oxlint-disable-line typescript/no-unsafe-type-assertion -- some of the same fields
    set: (field, value) => setState((before) => ({ ...before, values: { ...before.values, [field]: value } })),
    submit: () => save(state),
    resolve: (field, whose) => {
      const theirs = { [field]: clash[field] };
      const settled: State<Values> = {
        seen: { ...state.seen, ...theirs },
        values: whose === "mine" ? state.values : { ...state.values, ...theirs },
        decided: [...state.decided, field],
      };
      setState(settled);
      if (open(settled.decided).length === 0 && !isSame(settled.seen, settled.values)) void save(settled);
    },
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
