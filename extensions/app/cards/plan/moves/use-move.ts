import { useState } from "react";
import {
  foundObjective,
  moved,
  type ObjectiveMove,
  type ObjectiveStatus,
  type PlainDate,
  type PlanAnswer,
  type Problem,
} from "@keyline/domain";
import { useHost, useWrite } from "@keyline/ui";

export interface Standing {
  status: ObjectiveStatus;
  dueOn: PlainDate | null;
}

/** Somebody else was faster: where it stands now, and where the click would have put it. */
export interface Moving {
  theirs: Standing;
  mine: Standing;
  useMine: () => void;
  keepTheirs: () => void;
}

interface Around {
  today: PlainDate;
  /** The plan that the answer shows again; null: the one that runs. */
  planKey: string | null;
  onWritten: (plan: PlanAnswer) => void;
}

/**
 * One click on one line. It shows at once where the line will stand, and keeps showing it until an answer says the same:
 * answers to clicks on other lines may have been read before this one. A no takes it back.
 */
export function useMove(item: Standing & { key: string }, { today, planKey, onWritten }: Around) {
  const { actions } = useHost();
  const write = useWrite("moveObjective");
  const [asked, setAsked] = useState<{ move: ObjectiveMove; wanted: Standing } | null>(null);
  const [mine, setMine] = useState<Standing | null>(null);
  if (mine && !write.isSending && isSame(mine, item)) setMine(null);
  const shown: Standing = write.problem ? item : (mine ?? item);

  const send = async (move: ObjectiveMove, expected: Standing): Promise<void> => {
    const { status, dueOn } = moved({ ...expected, doneOn: null }, move, today);
    setAsked({ move, wanted: { status, dueOn } });
    setMine({ status, dueOn });
    const written = await write.send({ planKey, objectiveKey: item.key, move, expected });
    if (!written) return;
    actions.refreshObjectProperties();
    onWritten(written.plan);
  };
  const theirs = foundBy(write.problem, item);
  const conflict: Moving | null = asked &&
    theirs && {
      theirs,
      mine: asked.wanted,
      useMine: () => void send(asked.move, theirs),
      keepTheirs: () => {
        setMine(theirs);
        write.forget();
      },
    };
  return {
    shown,
    isSending: write.isSending,
    problem: write.problem,
    conflict,
    move: (move: ObjectiveMove) => void send(move, shown),
  };
}

function foundBy(problem: Problem | null, item: Standing): Standing | null {
  if (problem?.code !== "conflict") return null;
  const found = foundObjective.safeParse(problem.found ?? {}).data ?? {};
  return {
    status: found.status ?? item.status,
    dueOn: found.dueOn === undefined ? item.dueOn : found.dueOn,
  };
}

function isSame(one: Standing, other: Standing): boolean {
  return one.status === other.status && one.dueOn === other.dueOn;
}
