import type { ReactNode } from "react";
import { Alert, Button } from "@hubspot/ui-extensions";
import { useHost } from "../host/index.ts";
import { Row } from "../reading/index.ts";

interface Props {
  title: string;
  /** What the two differ in. */
  children: ReactNode;
  onUseMine: () => void;
  onKeepTheirs: () => void;
}

/** Someone else was faster: the form keeps what was typed, and the person decides. Until then neither is lost. */
export function ConflictAlert({ title, children, onUseMine, onKeepTheirs }: Props) {
  const { say } = useHost();
  return (
    <Alert variant="warning" title={title}>
      {children}
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
