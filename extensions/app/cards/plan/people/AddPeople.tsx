import { useHost } from "@keyline/ui";
import { AddPanel } from "../edit/AddPanel.tsx";
import type { PlanTabProps } from "../plan-tab.ts";
import { AddPeopleForm } from "./AddPeopleForm.tsx";

const panelId = "keyline-add-people";

/** The button and its panel: contacts of the company, several at once, each with the part it plays. */
export function AddPeople({ answer, plan, onWritten }: PlanTabProps) {
  const { say } = useHost();
  return (
    <AddPanel panelId={panelId} title={say("addDecidersTitle")} label={say("addDeciders")}>
      <AddPeopleForm
        people={answer.people.around}
        family={answer.family}
        planKey={plan.key}
        panelId={panelId}
        onWritten={onWritten}
      />
    </AddPanel>
  );
}
