import { Text } from "@hubspot/ui-extensions";
import { useHost } from "../host/index.ts";
import { ConflictAlert } from "./ConflictAlert.tsx";

interface Props {
  /** Which of several values it is about. */
  what?: string;
  theirs: string;
  mine: string;
  onUseMine: () => void;
  onKeepTheirs: () => void;
}

/** A value that somebody else changed meanwhile: both are shown. */
export function Conflict({ what, theirs, mine, ...choices }: Props) {
  const { say } = useHost();
  return (
    <ConflictAlert title={what ? say("conflictOver", { what }) : say("conflictTitle")} {...choices}>
      <Text>{say("conflictTheirs", { value: theirs })}</Text>
      <Text>{say("conflictYours", { value: mine })}</Text>
    </ConflictAlert>
  );
}
