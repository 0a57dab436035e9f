import { useState } from "react";
import { Button } from "@hubspot/ui-extensions";
import { LogPanel, useBackend, useHost } from "@keyline/ui";

interface Props {
  checkInKey: string;
  onWritten: () => void;
}

/** Opens the log panel from the sidebar. What the panel needs is read when it opens, not when the card does. */
export function LogItButton({ checkInKey, onWritten }: Props) {
  const { say } = useHost();
  const [isNeeded, setNeeded] = useState(false);
  const read = useBackend("checkIns", { isNeeded });
  return (
    <Button
      variant="primary"
      size="sm"
      onClick={() => setNeeded(true)}
      overlay={<LogPanel id="keyline-log-from-summary" read={read} checkInKey={checkInKey} onWritten={onWritten} />}
    >
      {say("logIt")}
    </Button>
  );
}
