import { useState, type ReactNode } from "react";
import { Link, Panel, PanelBody, PanelSection } from "@hubspot/ui-extensions";
import { apart } from "@keyline/ui";

interface Props {
  panelId: string;
  title: string;
  /** The line's name, as somebody wrote it. */
  name: string;
  /** The form; `onDone` takes it away, so the next opening starts from what is stored. */
  children: (onDone: () => void) => ReactNode;
}

/** A name that opens the panel in which its line is changed. The form is drawn once the panel opens: a long table stays light. */
export function EditPanel({ panelId, title, name, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Link
      href="#"
      preventDefault
      overlay={
        <Panel id={panelId} title={title} variant="modal" onOpen={() => setIsOpen(true)}>
          <PanelBody>
            <PanelSection>{isOpen && children(() => setIsOpen(false))}</PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {apart(name)}
    </Link>
  );
}
