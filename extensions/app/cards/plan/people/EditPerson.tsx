import { useState } from "react";
import { Link, Panel, PanelBody, PanelSection } from "@hubspot/ui-extensions";
import type { Decider } from "@keyline/domain";
import { apart, useHost } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";
import { PersonForm } from "./PersonForm.tsx";

interface Props extends PlanTabProps {
  person: Decider;
}

/** The name opens a panel that changes what is known of the person. */
export function EditPerson(props: Props) {
  const { say } = useHost();
  const { person } = props;
  const [isOpen, setIsOpen] = useState(false);
  const id = `keyline-person-${person.id}`;
  return (
    <Link
      href="#"
      preventDefault
      overlay={
        <Panel
          id={id}
          title={say("editPersonTitle", { name: person.name })}
          variant="modal"
          onOpen={() => setIsOpen(true)}
        >
          <PanelBody>
            <PanelSection>
              {isOpen && <PersonForm {...props} panelId={id} onDone={() => setIsOpen(false)} />}
            </PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {apart(person.name)}
    </Link>
  );
}
