import { Text } from "@hubspot/ui-extensions";
import type { CheckInsAnswer } from "@keyline/domain";
import { Column, OpenCheckInLine, openCheckIns, useHost } from "@keyline/ui";

interface Props {
  answer: CheckInsAnswer;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

/** Check-ins that wait: overdue ones first, then what comes. */
export function Waiting({ answer, onWritten }: Props) {
  const { say } = useHost();
  const waiting = openCheckIns(answer);
  if (waiting.length === 0) {
    return (
      <Column gap="xs">
        <Text format={{ fontWeight: "demibold" }}>{say("nonePlannedTitle")}</Text>
        <Text variant="microcopy">{say("nonePlannedText")}</Text>
      </Column>
    );
  }
  return (
    <Column fills>
      {waiting.map((checkIn) => (
        <OpenCheckInLine
          key={checkIn.id}
          checkIn={checkIn}
          today={answer.today}
          canWrite={answer.access.canWrite}
          onWritten={onWritten}
        />
      ))}
    </Column>
  );
}
