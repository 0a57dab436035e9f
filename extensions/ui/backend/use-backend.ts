import { useCallback, useEffect, useRef, useState } from "react";
import { Problem, type AnswerOf, type CardRouteName, type RequestOf } from "@keyline/domain";
import { useHost } from "../host/index.ts";
import { callBackend } from "./call-backend.ts";

/** One read of a card: what is known now, and how to ask again. */
export interface Read<Answer> {
  /** What was read last; stays while it is read again, so that the card never jumps. */
  answer: Answer | null;
  problem: Problem | null;
  isLoading: boolean;
  /** Asks again; the answer shown stays until the new one is there. */
  again: () => void;
  /** Puts a newer answer in place, as a write brought it. */
  replace: (answer: Answer) => void;
}

interface Options<N extends CardRouteName> {
  /** False waits until the answer is needed. */
  isNeeded?: boolean;
  /** What is asked beside the company: a change of it asks again. */
  request?: Omit<RequestOf<N>, "companyId" | "lang">;
}

interface State<Answer> {
  answer: Answer | null;
  problem: Problem | null;
  isAskingAgain: boolean;
}

/** Reads one route for the record of the card: one signed call when the card opens. */
export function useBackend<N extends CardRouteName>(
  name: N,
  { isNeeded = true, request }: Options<N> = {},
): Read<AnswerOf<N>> {
  const { companyId, language } = useHost();
  const [state, setState] = useState<State<AnswerOf<N>>>({ answer: null, problem: null, isAskingAgain: false });
  // The newest question wins: an answer to an older one, or one that a write overtook, is dropped.
  const newest = useRef(0);
  const drop = useCallback(() => void newest.current++, []);
  const asked = JSON.stringify(request ?? {});

  const ask = useCallback(() => {
    const question = ++newest.current;
    const more = JSON.parse(asked) as Record<string, unknown>; // oxlint-disable-line typescript/no-unsafe-type-assertion -- written above
    callBackend(name, { ...more, ...(companyId ? { companyId } : {}) }, language).then(
      (answer) => question === newest.current && setState({ answer, problem: null, isAskingAgain: false }),
      (error: unknown) =>
        question === newest.current &&
        setState(({ answer }) => ({ answer, problem: asProblem(error), isAskingAgain: false })),
    );
  }, [name, companyId, language, asked]);

  useEffect(() => {
    if (isNeeded) ask();
    return drop;
  }, [ask, drop, isNeeded]);

  const { answer, problem, isAskingAgain } = state;
  return {
    answer,
    problem,
    isLoading: isAskingAgain || (isNeeded && !answer && !problem),
    again: () => {
      setState((before) => ({ ...before, isAskingAgain: true }));
      ask();
    },
    replace: (newer) => {
      drop();
      setState({ answer: newer, problem: null, isAskingAgain: false });
    },
  };
}

/** What was thrown, as a Problem: the callers show codes. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem("internal", "Something went wrong.", { cause: error });
}
