import { StatusTag, Text } from "@hubspot/ui-extensions";
import { daysBetween, type SummaryAnswer } from "@keyline/domain";
import { Column, OfferedContactAlert, Row, dateFormat, useHost } from "@keyline/ui";
import { DecideRenewal } from "./act/DecideRenewal.tsx";
import { FindDecider } from "./act/FindDecider.tsx";
import { LogItButton } from "./act/LogItButton.tsx";
import { MoveLate } from "./act/MoveLate.tsx";
import { PrepareNextPlan } from "./act/PrepareNextPlan.tsx";
import { ServeNeed } from "./act/ServeNeed.tsx";
import { doNextText } from "./do-next-text.ts";

interface Props {
  answer: SummaryAnswer;
  onWritten: () => void;
}

/** One line: the one thing to do now, with the button that does it. */
export function DoNextLine({ answer, onWritten }: Props) {
  const { doNext, today, access } = answer;
  const { say, locale } = useHost();
  if (doNext.kind === "confirm-contact") {
    const { contact, checkIn } = doNext;
    return (
      <Column gap="xs" fills>
        <Title />
        <OfferedContactAlert
          contact={contact}
          checkIn={checkIn}
          today={today}
          canWrite={access.canWrite}
          onWritten={onWritten}
        />
      </Column>
    );
  }
  return (
    <Column gap="xs" fills>
      <Title />
      <Column>
        <Text>{doNextText(doNext, dateFormat(locale, today), say)}</Text>
      </Column>
      {doNext.kind === "log-overdue" && (
        <Row>
          <StatusTag variant="danger">{say("daysLate", { count: daysBetween(doNext.checkIn.due, today) })}</StatusTag>
        </Row>
      )}
      {access.canWrite && <Act answer={answer} onWritten={onWritten} />}
    </Column>
  );
}

function Title() {
  const { say } = useHost();
  return (
    <Column>
      <Text format={{ fontWeight: "demibold" }}>{say("doNext")}</Text>
    </Column>
  );
}

/** Each thing to do has its own button; HubSpot gives a card no way to another tab, so what it asks opens here. */
function Act({ answer, onWritten }: Props) {
  const { doNext, today, contract } = answer;
  switch (doNext.kind) {
    case "log-overdue":
      return (
        <Row justify="end">
          <LogItButton checkInKey={doNext.checkIn.key} onWritten={onWritten} />
        </Row>
      );
    case "decide-renewal":
      return (
        <Row justify="end">
          <DecideRenewal contract={contract} today={today} onWritten={onWritten} />
        </Row>
      );
    case "serve-need":
      return (
        <Row justify="end">
          <ServeNeed onWritten={onWritten} />
        </Row>
      );
    case "late-objective":
      return <MoveLate key={doNext.key} late={doNext} today={today} onWritten={onWritten} />;
    case "find-decision-maker":
      return (
        <Row justify="end">
          <FindDecider onWritten={onWritten} />
        </Row>
      );
    case "plan-ends":
      return (
        <Row justify="end">
          <PrepareNextPlan onWritten={onWritten} />
        </Row>
      );
    default:
      return null;
  }
}
