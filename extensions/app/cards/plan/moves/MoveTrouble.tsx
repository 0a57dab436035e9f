import { objectiveStatuses, type PlainDate, type Problem } from "@keyline/domain";
import { Conflict, WriteProblem, dateFormat, useHost } from "@keyline/ui";
import type { Moving, Standing } from "./use-move.ts";

interface Props {
  problem: Problem | null;
  conflict: Moving | null;
  today: PlainDate;
}

/** Why a click did not go through; where somebody else was faster, both standings, and the person decides. */
export function MoveTrouble({ problem, conflict, today }: Props) {
  const { line, language, locale } = useHost();
  if (!problem) return null;
  if (!conflict) return <WriteProblem problem={problem} />;
  const told = ({ status, dueOn }: Standing) =>
    line([objectiveStatuses.label(status, language), dueOn && dateFormat(locale, today).day(dueOn)]);
  return (
    <Conflict
      theirs={told(conflict.theirs)}
      mine={told(conflict.mine)}
      onUseMine={conflict.useMine}
      onKeepTheirs={conflict.keepTheirs}
    />
  );
}
