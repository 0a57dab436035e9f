import { Button } from "@hubspot/ui-extensions";
import type { CheckInsAnswer, OpenCheckIn, PlainDate } from "@keyline/domain";
import { useWrite, type Sent } from "../backend/index.ts";
import { Conflict } from "../frame/index.ts";
import { dateFormat } from "../format/index.ts";
import { useHost } from "../host/index.ts";
import { DateModal } from "./DateModal.tsx";
import { foundOf, foundText } from "./found.ts";

interface Props {
  checkIn: OpenCheckIn;
  today: PlainDate;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

/** Another day for one check-in; the rhythm stays. */
export function Reschedule({ checkIn, today, onWritten }: Props) {
  const { say, language, locale, actions } = useHost();
  const write = useWrite("rescheduleCheckIn");
  const id = `keyline-reschedule-${checkIn.id}`;
  const dates = dateFormat(locale, today);
  const found = foundOf(write.problem);
  const seen = { state: checkIn.state, due: checkIn.due };
  const move = async (to: PlainDate, expected: Sent<"rescheduleCheckIn">["expected"] = seen) =>
    write.send({ checkInKey: checkIn.key, to, expected });
  const useMine = async (to: PlainDate) => {
    if (!found) return;
    const taken = await move(to, { state: found.state, due: found.due });
    if (taken?.outcome !== "saved") return;
    actions.closeOverlay(id);
    onWritten(taken.checkIns);
  };

  return (
    <Button
      variant="transparent"
      size="sm"
      overlay={
        <DateModal
          id={id}
          title={say("reschedule")}
          label={say("rescheduleTo")}
          help={say("rescheduleHelp")}
          done={say("moved")}
          today={today}
          initial={checkIn.due < today ? today : checkIn.due}
          write={write}
          errorPath="to"
          send={move}
          renderAbove={(date) =>
            found && (
              <Conflict
                theirs={foundText(found, say, dates, language)}
                mine={dates.day(date)}
                onUseMine={() => void useMine(date)}
                onKeepTheirs={write.forget}
              />
            )
          }
          onWritten={onWritten}
        />
      }
    >
      {say("reschedule")}
    </Button>
  );
}
