import { useState } from "react";
import { Button, Text } from "@hubspot/ui-extensions";
import type { CheckInsAnswer } from "@keyline/domain";
import {
  ChangeRhythm,
  Column,
  LogPanel,
  PlanOne,
  Row,
  dateFormat,
  openCheckIns,
  rhythmText,
  useHost,
} from "@keyline/ui";
import { CalendarFile } from "./CalendarFile.tsx";

interface Props {
  answer: CheckInsAnswer;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

/** The top line: how often, with whom; and what can be done. */
export function CheckInsHeader({ answer, onWritten }: Props) {
  const { language, line } = useHost();
  const { rhythm, leadManager, access } = answer;
  if (!rhythm) return null;

  return (
    <Row justify="between" wrap>
      <Column gap="flush">
        <Text format={{ fontWeight: "bold" }}>{line([rhythmText(rhythm, language), leadManager?.name])}</Text>
        <RhythmNote answer={answer} />
      </Column>
      {access.canWrite && (
        <Row wrap>
          <LogOne answer={answer} onWritten={onWritten} />
          <PlanOne answer={answer} onWritten={onWritten} />
          <ChangeRhythm answer={answer} rhythm={rhythm} onWritten={onWritten} />
          <CalendarFile />
        </Row>
      )}
    </Row>
  );
}

/** The one primary button of the card. It opens with the check-in that waits longest. */
function LogOne({ answer, onWritten }: Props) {
  const { say } = useHost();
  const first = openCheckIns(answer)[0]?.key ?? null;
  // Kept from the click on: news of the record must not take a half-written form away.
  const [openedFor, setOpenedFor] = useState(first);
  const read = { answer, problem: null, isLoading: false, again: () => {}, replace: onWritten };
  return (
    <Button
      variant="primary"
      onClick={() => setOpenedFor(first)}
      overlay={<LogPanel id="keyline-log" read={read} checkInKey={openedFor} onWritten={onWritten} />}
    >
      {say(answer.overdue.length > 0 ? "logIt" : "logOne")}
    </Button>
  );
}

/** A pause or a tightened rhythm, said below it. */
function RhythmNote({ answer: { rhythm, today } }: Pick<Props, "answer">) {
  const { say, locale } = useHost();
  const dates = dateFormat(locale, today);
  if (!rhythm) return null;
  const { pausedFrom, pausedUntil, tightenedUntil } = rhythm;
  const isOver = pausedUntil !== null && pausedUntil <= today;
  if (pausedFrom && !isOver) {
    const from = dates.day(pausedFrom);
    const text = pausedUntil
      ? say("pausedFromUntil", { from, until: dates.day(pausedUntil) })
      : say("pausedFromOn", { from });
    return <Text variant="microcopy">{text}</Text>;
  }
  if (!tightenedUntil) return null;
  return <Text variant="microcopy">{say("tightened", { date: dates.day(tightenedUntil) })}</Text>;
}
