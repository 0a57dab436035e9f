import { Button } from "@hubspot/ui-extensions";
import { addDays, type CheckInsAnswer } from "@keyline/domain";
import { useWrite } from "../backend/index.ts";
import { useHost } from "../host/index.ts";
import { DateModal } from "./DateModal.tsx";

interface Props {
  answer: CheckInsAnswer;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

/** One more check-in, beside what the rhythm plans. */
export function PlanOne({ answer, onWritten }: Props) {
  const { say } = useHost();
  const write = useWrite("planCheckIn");
  return (
    <Button
      overlay={
        <DateModal
          id="keyline-plan-one"
          title={say("planOne")}
          label={say("planOneFor")}
          done={say("planned")}
          today={answer.today}
          initial={addDays(answer.today, 1)}
          write={write}
          errorPath="on"
          send={(on) => write.send({ on })}
          onWritten={onWritten}
        />
      }
    >
      {say("planOne")}
    </Button>
  );
}
