import { Button } from "@hubspot/ui-extensions";
import type { DoNext, PlainDate } from "@keyline/domain";
import { Column, Row, useHost } from "@keyline/ui";
import { MoveTrouble } from "../../plan/moves/MoveTrouble.tsx";
import { useMove } from "../../plan/moves/use-move.ts";

interface Props {
  late: Extract<DoNext, { kind: "late-objective" }>;
  today: PlainDate;
  onWritten: () => void;
}

/** One click: it is done, or it takes a week longer. */
export function MoveLate({ late, today, onWritten }: Props) {
  const { say } = useHost();
  const item = { key: late.key, status: late.status, dueOn: late.due };
  const { isSending, problem, conflict, move } = useMove(item, { today, planKey: null, onWritten });
  return (
    <Column gap="xs" fills>
      <Row justify="end">
        <Button size="sm" disabled={isSending} onClick={() => move("slip")}>
          {say("moveSlip")}
        </Button>
        <Button variant="primary" size="sm" disabled={isSending} onClick={() => move("done")}>
          {say("moveDone")}
        </Button>
      </Row>
      <MoveTrouble problem={problem} conflict={conflict} today={today} />
    </Column>
  );
}
