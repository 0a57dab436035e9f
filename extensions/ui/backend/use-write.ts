import { useEffect, useRef, useState } from "react";
import {
  cardRoutes,
  fieldProblemsOf,
  type AnswerOf,
  type CardRouteName,
  type FieldProblem,
  type Problem,
  type RequestOf,
} from "@keyline/domain";
import { useHost } from "../host/index.ts";
import { callBackend } from "./call-backend.ts";
import { createIntentKeys } from "./intent-key.ts";
import { asProblem } from "./use-backend.ts";

/** What a form sends; company and idempotency key are added here. */
export type Sent<N extends CardRouteName> = Omit<RequestOf<N>, "idempotencyKey" | "companyId">;

/** What a form holds before it is checked: any field may still be empty. */
export type Unchecked<N extends CardRouteName> = { [K in keyof Sent<N>]: Sent<N>[K] | null };

export interface Write<N extends CardRouteName> {
  /**
   * Checks by the route's own schema, then sends. A second call while one is on its way does nothing. Resolves to the
   * answer, or to null when something is wrong, which `problem` and `fieldErrors` then say.
   */
  send: (request: Unchecked<N>) => Promise<AnswerOf<N> | null>;
  isSending: boolean;
  problem: Problem | null;
  /** What is wrong with a field, by its dotted path. */
  errorAt: (path: string) => string | undefined;
  forget: () => void;
}

/** A write was settled when the backend said yes or no; without an answer it may have been done, and keeps its key. */
const unsettled = new Set(["unavailable", "rate-limited", "internal"]);

/** One kind of write of a card: kept to one record for one intent, through double clicks, slow and lost answers. */
export function useWrite<N extends CardRouteName>(name: N): Write<N> {
  const { companyId, language } = useHost();
  const [state, setState] = useState<{ isSending: boolean; problem: Problem | null; fields: readonly FieldProblem[] }>({
    isSending: false,
    problem: null,
    fields: [],
  });
  const isUnderWay = useRef(false);
  const isMounted = useRef(true);
  const keys = useRef(createIntentKeys());
  useEffect(() => {
    isMounted.current = true;
    return () => void (isMounted.current = false);
  }, []);
  const show = (next: typeof state) => isMounted.current && setState(next);

  const send = async (request: Unchecked<N>): Promise<AnswerOf<N> | null> => {
    if (isUnderWay.current) return null;
    const body = { ...request, companyId, idempotencyKey: keys.current.keyFor(request) };
    const checked = cardRoutes[name].request.safeParse(body);
    if (!checked.success) {
      show({ isSending: false, problem: null, fields: fieldProblemsOf(checked.error, language) });
      return null;
    }
    isUnderWay.current = true;
    show({ isSending: true, problem: null, fields: [] });
    try {
      const answer = await callBackend(name, body, language);
      keys.current.settle();
      show({ isSending: false, problem: null, fields: [] });
      return answer;
    } catch (error) {
      const problem = asProblem(error);
      if (!unsettled.has(problem.code)) keys.current.settle();
      show({ isSending: false, problem, fields: problem.fields });
      return null;
    } finally {
      isUnderWay.current = false;
    }
  };
  return {
    send,
    isSending: state.isSending,
    problem: state.problem,
    errorAt: (path) => state.fields.find((field) => field.path === path)?.message,
    forget: () => setState({ isSending: false, problem: null, fields: [] }),
  };
}
