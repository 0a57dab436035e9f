import { Text } from "@hubspot/ui-extensions";
import { needGaps } from "@keyline/domain";
import { CardFrame, useBackend, useHost } from "@keyline/ui";
import { ServeNeeds } from "../../needs/ServeNeeds.tsx";
import { AddPanel } from "../../plan/edit/AddPanel.tsx";

const panelId = "keyline-serve-need-from-summary";

/** The button and its panel: an initiative for each high-risk need that has none. The needs are read once it opens. */
export function ServeNeed({ onWritten }: { onWritten: () => void }) {
  const { say } = useHost();
  return (
    <AddPanel isPrimary panelId={panelId} title={say("needServe")} label={say("needServe")}>
      <Unserved onWritten={onWritten} />
    </AddPanel>
  );
}

function Unserved({ onWritten }: { onWritten: () => void }) {
  const { say } = useHost();
  const read = useBackend("needs");
  return (
    <CardFrame read={read}>
      {(answer) => {
        const { unserved } = needGaps(answer);
        if (unserved.length === 0) return <Text>{say("needsPlanned")}</Text>;
        const served = () => {
          read.again();
          onWritten();
        };
        return <ServeNeeds answer={answer} needs={unserved} panelId={panelId} again={served} />;
      }}
    </CardFrame>
  );
}
