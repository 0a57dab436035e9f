import type { Decider } from "@keyline/domain";
import { useHost } from "@keyline/ui";
import { EditPanel } from "../edit/EditPanel.tsx";
import type { PlanTabProps } from "../plan-tab.ts";
import { PersonForm } from "./PersonForm.tsx";

interface Props extends PlanTabProps {
  person: Decider;
}

/** The name opens a panel that changes what is known of the person. */
export function EditPerson(props: Props) {
  const { say } = useHost();
  const { person } = props;
  const id = `keyline-person-${person.id}`;
  return (
    <EditPanel panelId={id} title={say("editPersonTitle", { name: person.name })} name={person.name}>
      {(onDone) => <PersonForm {...props} panelId={id} onDone={onDone} />}
    </EditPanel>
  );
}
