import { StatusTag, Text } from "@hubspot/ui-extensions";
import { daysBetween, type DoNext, type PlainDate } from "@keyline/domain";
import { Column, OfferedContactAlert, Row, dateFormat, useHost } from "@keyline/ui";
import { doNextText } from "./do-next-text.ts";
import { LogItButton } from "./LogItButton.tsx";

interface Props {
  doNext: DoNext;
  today: PlainDate;
  canWrite: boolean;
  onWritten: () => void;
}

/** One line: the one thing to do now, with the button that does it where one does. */
export function DoNextLine({ doNext, today, canWrite, onWritten }: Props) {
  const host = useHost();
  const { say, locale } = host;
  const dates = dateFormat(locale, today);
  const title = (
    <Column>
      <Text format={{ fontWeight: "demibold" }}>{say("doNext")}</Text>
    </Column>
  );
  if (doNext.kind === "confirm-contact") {
    const { contact, checkIn } = doNext;
    return (
      <Column gap="xs" fills>
        {title}
        <OfferedContactAlert
          contact={contact}
          checkIn={checkIn}
          today={today}
          canWrite={canWrite}
          onWritten={onWritten}
        />
      </Column>
    );
  }
  return (
    <Column gap="xs" fills>
      {title}
      <Column>
        <Text>{doNextText(doNext, dates, say)}</Text>
      </Column>
      {doNext.kind === "log-overdue" && (
        <Row justify="between">
          <StatusTag variant="danger">{say("daysLate", { count: daysBetween(doNext.checkIn.due, today) })}</StatusTag>
          {canWrite && <LogItButton checkInKey={doNext.checkIn.key} onWritten={onWritten} />}
        </Row>
      )}
    </Column>
  );
}
