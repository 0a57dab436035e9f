import { Link, StatusTag, Text } from "@hubspot/ui-extensions";
import { checkInStates, daysBetween, type CheckInsAnswer, type OpenCheckIn, type PlainDate } from "@keyline/domain";
import { dateFormat } from "../format/index.ts";
import { useHost } from "../host/index.ts";
import { Column, Row } from "../reading/index.ts";
import { Reschedule } from "./Reschedule.tsx";
import { Skip } from "./Skip.tsx";

interface Props {
  checkIn: OpenCheckIn;
  today: PlainDate;
  canWrite: boolean;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

/** A check-in that waits: when, how it stands, its reminder, and what can be done with it. */
export function OpenCheckInLine({ checkIn, today, canWrite, onWritten }: Props) {
  const { say, language, locale } = useHost();
  const dates = dateFormat(locale, today);
  const { due, planned, state } = checkIn;
  const lateDays = daysBetween(due, today);
  const distance = lateDays > 0 ? say("daysLate", { count: lateDays }) : dates.fromToday(due);
  return (
    <Column gap="xs" fills>
      <Row justify="between" wrap>
        <Row wrap>
          <Text format={{ fontWeight: "demibold" }}>{dates.day(due)}</Text>
          <Text>{distance}</Text>
          <StatusTag variant={state === "overdue" ? "danger" : lateDays > 0 ? "warning" : "info"}>
            {checkInStates.label(state, language)}
          </StatusTag>
        </Row>
        {canWrite && (
          <Row gap="flush">
            <Reschedule checkIn={checkIn} today={today} onWritten={onWritten} />
            <Skip checkIn={checkIn} today={today} onWritten={onWritten} />
          </Row>
        )}
      </Row>
      <Row wrap>
        {planned !== due && (
          <Text variant="microcopy">{say("movedToWorkingDay", { planned: dates.day(planned) })}</Text>
        )}
        <Reminder checkIn={checkIn} today={today} />
      </Row>
    </Column>
  );
}

const reminderWords = {
  open: "reminderOpen",
  completed: "reminderCompleted",
  deleted: "reminderDeleted",
} as const;

function Reminder({ checkIn, today }: { checkIn: OpenCheckIn; today: PlainDate }) {
  const { say, locale } = useHost();
  const { reminder, remindOn } = checkIn;
  if (!reminder || reminder.state === "withdrawn") {
    if (!remindOn) return null;
    return <Text variant="microcopy">{say("reminderOn", { date: dateFormat(locale, today).day(remindOn) })}</Text>;
  }
  return (
    <Row>
      <Text variant="microcopy">{say(reminderWords[reminder.state])}</Text>
      {reminder.url && <Link href={reminder.url}>{say("openTask")}</Link>}
    </Row>
  );
}
