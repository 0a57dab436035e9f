import { Alert, Button, Text } from "@hubspot/ui-extensions";
import { useHost } from "../host/index.ts";
import { Row } from "../reading/index.ts";

interface Props {
  /** Which of several values it is about. */
  what?: string;
  theirs: string;
  mine: string;
  onUseMine: () => void;
  onKeepTheirs: () => void;
}

/** Someone else was faster: both values, and the person decides. Until then neither is lost. */
export function Conflict({ what, theirs, mine, onUseMine, onKeepTheirs }: Props) {
  const { say } = useHost();
  return (
    <Alert variant="warning" title={what ? say("conflictOver", { what }) : say("conflictTitle")}>
      <Text>{say("conflictTheirs", { value: theirs })}</Text>
      <Text>{say("conflictYours", { value: mine })}</Text>
      <Row>
        <Button size="sm" onClick={onKeepTheirs}>
          {say("keepTheirs")}
        </Button>
        <Button size="sm" onClick={onUseMine}>
          {say("useMine")}
        </Button>
      </Row>
    </Alert>
  );
}
