import { useEffect, useRef, useState } from "react";
import type { KpisAnswer, Problem } from "@keyline/domain";
import { useWrite } from "@keyline/ui";

/** How far a recalculation of one or more periods has come. */
export interface Progress {
  /** The period that is being calculated; the last one when all are done. */
  period: string;
  done: number;
  count: number;
  /** Figures that changed so far. */
  changed: number;
  /** What HubSpot said when it did not take some of them. */
  refused: string | null;
  /** When it was over; null while it runs, and when it stopped half-way. */
  finishedAt: string | null;
}

export interface Recalculation {
  progress: Progress | null;
  isRunning: boolean;
  problem: Problem | null;
  /** One period after another, in this order. What was calculated stays when a later one fails. */
  run: (periods: readonly string[]) => Promise<void>;
}

/** Each period is one request: none waits long, and the card shows each as it comes. */
export function useRecalculation(shown: string, onCalculated: (kpis: KpisAnswer) => void): Recalculation {
  const write = useWrite("recalculateKpis");
  const [progress, setProgress] = useState<Progress | null>(null);
  const isUnderWay = useRef(false);
  // A period chosen meanwhile is the one that the following answers shall show.
  const latest = useRef({ shown, onCalculated });
  useEffect(() => {
    latest.current = { shown, onCalculated };
  }, [shown, onCalculated]);

  const run = async (periods: readonly string[]) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    let state: Progress = {
      period: periods[0] ?? "",
      done: 0,
      count: periods.length,
      changed: 0,
      refused: null,
      finishedAt: null,
    };
    for (const [done, period] of periods.entries()) {
      state = { ...state, period, done };
      setProgress(state);
      const written = await write.send({ period, shown: latest.current.shown });
      if (!written) break;
      state = {
        ...state,
        done: done + 1,
        changed: state.changed + written.changed,
        refused: state.refused ?? written.refused,
        finishedAt: done + 1 === periods.length ? written.kpis.asOf : null,
      };
      setProgress(state);
      latest.current.onCalculated(written.kpis);
    }
    isUnderWay.current = false;
  };

  return { progress, isRunning: write.isSending, problem: write.problem, run };
}
