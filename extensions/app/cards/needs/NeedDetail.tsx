import { useEffect, useRef, useState } from "react";
import { Divider, LoadingSpinner } from "@hubspot/ui-extensions";
import type { NeedRow, NeedWritten } from "@keyline/domain";
import { Column, Failure, ServeNeedForm, useBackend, useHost } from "@keyline/ui";
import { BackButton } from "./BackButton.tsx";
import { DealForm } from "./DealForm.tsx";
import { EditNeed } from "./EditNeed.tsx";
import { EndForm } from "./EndForm.tsx";
import { NeedActions, type NeedMode } from "./NeedActions.tsx";
import { NeedFacts } from "./NeedFacts.tsx";
import { NeedHistory } from "./NeedHistory.tsx";
import type { NeedsProps } from "./NeedsBody.tsx";

/** One need whole: what they want, why, who says so, what serves it, what became of it; and what can be done. */
export function NeedDetail({ need, openings, ...props }: NeedsProps & { need: NeedRow; openings: number }) {
  const { say } = useHost();
  const { answer, again, onWritten } = props;
  const read = useBackend("need", { request: { needKey: need.key } });
  const [mode, setMode] = useState<NeedMode>("read");
  useAgain(read.again, openings);
  const details = read.answer;
  if (!details) {
    if (read.problem) return <Failure problem={read.problem} onRetry={read.again} />;
    return <LoadingSpinner label={say("loading")} layout="centered" />;
  }
  const back = () => setMode("read");
  const written = (saved: NeedWritten) => {
    onWritten(saved);
    read.again();
  };
  const form = {
    need,
    answer,
    again,
    onWritten: (saved: NeedWritten) => {
      written(saved);
      back();
    },
  };

  if (mode === "read") {
    return (
      <Column gap="medium" fills>
        <NeedFacts need={need} details={details} answer={answer} />
        {answer.access.canWrite && <NeedActions {...form} onWritten={written} onChoose={setMode} />}
        <Divider />
        <NeedHistory history={details.history} answer={answer} />
      </Column>
    );
  }
  return (
    <Column gap="medium" fills>
      {mode === "edit" && <EditNeed {...form} content={details.content} />}
      {(mode === "meet" || mode === "drop") && <EndForm {...form} end={mode} />}
      {mode === "deal" && <DealForm {...form} />}
      {mode === "serve" && (
        <ServeNeedForm
          need={need}
          today={answer.today}
          owners={answer.owners}
          ownerId={answer.leadManagerId}
          onServed={() => {
            again();
            back();
            read.again();
          }}
        />
      )}
      <BackButton onClick={back} />
    </Column>
  );
}

/** Reads again when the panel opens once more. */
function useAgain(again: () => void, openings: number) {
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  }, [again]);
  useEffect(() => {
    if (openings > 1) latest.current();
  }, [openings]);
}
