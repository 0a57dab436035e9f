import { useState } from "react";
import { Button, StatusTag, Text } from "@hubspot/ui-extensions";
import type { CheckInsAnswer, PlainDate, Promised } from "@keyline/domain";
import { useWrite } from "../backend/index.ts";
import { WriteProblem } from "../frame/index.ts";
import { useHost } from "../host/index.ts";
import { Column, Row } from "../reading/index.ts";
import { whoAndWhen } from "./promise-text.ts";

interface Props {
  promised: readonly Promised[];
  today: PlainDate;
  canWrite: boolean;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

/** What was promised and waits: who, by when, done or not yet. */
export function PromisedList({ promised, ...rest }: Props) {
  const { say } = useHost();
  return (
    <Column gap="xs" fills>
      <Column>
        <Text format={{ fontWeight: "demibold" }}>{say("promised")}</Text>
        {promised.length === 0 && <Text variant="microcopy">{say("promisedNothing")}</Text>}
      </Column>
      {promised.map((one) => (
        <PromiseLine key={`${one.checkInKey} ${one.id}`} promise={one} {...rest} />
      ))}
    </Column>
  );
}

const marks = {
  done: { word: "promiseDone", variant: "success" },
  not_done: { word: "promiseNotDone", variant: "warning" },
  open: { word: "promiseOpen", variant: "default" },
} as const;

function PromiseLine({ promise, today, canWrite, onWritten }: Omit<Props, "promised"> & { promise: Promised }) {
  const host = useHost();
  const { say, actions } = host;
  const write = useWrite("markPromise");
  // Shown at once; taken back when the backend says no.
  const [marked, setMarked] = useState<Promised["state"] | null>(null);
  const state = marked ?? promise.state;
  const details = whoAndWhen(promise, today, host);

  const mark = async (chosen: "done" | "not_done") => {
    setMarked(chosen);
    const { checkInKey, id } = promise;
    const written = await write.send({ checkInKey, id, state: chosen });
    setMarked(null);
    if (!written) return;
    actions.refreshObjectProperties();
    onWritten(written.checkIns);
  };

  return (
    <Column gap="xs" fills>
      <WriteProblem problem={write.problem} />
      <Row justify="between" wrap>
        <Column gap="flush">
          <Text>{promise.what}</Text>
          {details && <Text variant="microcopy">{details}</Text>}
        </Column>
        <Row gap="xs">
          {state !== "open" && <StatusTag variant={marks[state].variant}>{say(marks[state].word)}</StatusTag>}
          {canWrite && state !== "done" && (
            <Button size="xs" disabled={write.isSending} onClick={() => void mark("done")}>
              {say("markDone")}
            </Button>
          )}
          {canWrite && state === "open" && (
            <Button size="xs" variant="transparent" disabled={write.isSending} onClick={() => void mark("not_done")}>
              {say("notYet")}
            </Button>
          )}
        </Row>
      </Row>
    </Column>
  );
}
