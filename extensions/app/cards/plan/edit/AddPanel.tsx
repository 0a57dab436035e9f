import { useState, type ReactNode } from "react";
import { Button, Panel, PanelBody, PanelSection } from "@hubspot/ui-extensions";

interface Props {
  panelId: string;
  title: string;
  /** What the button says. */
  label: string;
  /** The one thing that its surface asks for. */
  isPrimary?: boolean;
  children: ReactNode;
}

/** A button and the panel that it opens. The form is drawn from its first opening on, and keeps what was typed while it is closed. */
export function AddPanel({ panelId, title, label, isPrimary = false, children }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Button
      size="sm"
      variant={isPrimary ? "primary" : "secondary"}
      overlay={
        <Panel id={panelId} title={title} variant="modal" onOpen={() => setIsOpen(true)}>
          <PanelBody>
            <PanelSection>{isOpen && children}</PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {label}
    </Button>
  );
}
