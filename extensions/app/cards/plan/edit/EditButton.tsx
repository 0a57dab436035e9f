import { Button, Panel, PanelBody, PanelSection } from "@hubspot/ui-extensions";
import type { ReactNode } from "react";

interface Props {
  /** Of the panel: unique on the card. */
  id: string;
  label: string;
  title: string;
  children: ReactNode;
}

/** The quiet button beside a part of the plan, and the panel in which it is changed. */
export function EditButton({ id, label, title, children }: Props) {
  return (
    <Button
      variant="transparent"
      size="sm"
      overlay={
        <Panel id={id} title={title} variant="modal">
          <PanelBody>
            <PanelSection>{children}</PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {label}
    </Button>
  );
}
