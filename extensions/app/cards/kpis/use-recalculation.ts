import { useEffect, useRef, useState } from "react";
import type { KpisAnswer, Problem } from "@keyline/domain";
import { useWrite } from "@keyline/ui";

/** How far a recalculation has come, which takes one step or more. */
export interface Progress {
  /** The periods that this step calculates. */
  periods: readonly string[];
  stepsDone: number;
  steps: number;
  periodsDone: number;
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
  /** One step after another, each with its periods. What was calculated stays when a later step fails. */
  run: (steps: readonly (readonly string[])[]) => Promise<void>;
}

/** Each step is one request: what the person looks at comes first, and the card shows each as it comes. */
export function useRecalculation(shown: string, onCalculated: (kpis: KpisAnswer) => void): Recalculation {
  const write = useWrite("recalculateKpis");
  const [progress, setProgress] = useState<Progress | null>(null);
  const isUnderWay = useRef(false);
  // A period chosen meanwhile is the one that the following answers shall show.
  const latest = useRef({ shown, onCalculated });
  useEffect(() => {
    latest.current = { shown, onCalculated };
  }, [shown, onCalculated]);

  const run = async (asked: readonly (readonly string[])[]) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const all = asked.filter((periods) => periods.length > 0);
    let state: Progress = { ...begun, steps: all.length };
    for (const periods of all) {
      state = { ...state, periods };
      setProgress(state);
      const written = await write.send({ periods: [...periods], shown: latest.current.shown });
      if (!written) break;
      const stepsDone = state.stepsDone + 1;
      state = {
        ...state,
        stepsDone,
        periodsDone: state.periodsDone + periods.length,
        changed: state.changed + written.changed,
        refused: state.refused ?? written.refused,
        finishedAt: stepsDone === all.length ? written.kpis.asOf : null,
      };
      setProgress(state);
      latest.current.onCalculated(written.kpis);
    }
    isUnderWay.current = false;
  };

  return { progress, isRunning: write.isSending, problem: write.problem, run };
}

const begun: Progress = {
  periods: [],
  stepsDone: 0,
  steps: 0,
  periodsDone: 0,
  changed: 0,
  refused: null,
  finishedAt: null,
};
