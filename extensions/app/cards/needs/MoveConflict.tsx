import { needStatuses, type NeedStatus } from "@keyline/domain";
import { Conflict, useHost } from "@keyline/ui";
import { foundOf } from "./found.ts";

interface Props {
  write: { problem: Parameters<typeof foundOf>[0]; forget: () => void };
  /** The status that this person wanted. */
  mine: NeedStatus;
  /** Is told what stands there now. */
  onUseMine: (status: NeedStatus) => void;
}

/** Somebody else has moved the need meanwhile: both are shown, and the person decides. */
export function MoveConflict({ write, mine, onUseMine }: Props) {
  const { language } = useHost();
  const found = foundOf(write.problem);
  if (!found) return null;
  return (
    <Conflict
      theirs={needStatuses.label(found.status, language)}
      mine={needStatuses.label(mine, language)}
      onUseMine={() => onUseMine(found.status)}
      onKeepTheirs={write.forget}
    />
  );
}
