import { useState } from "react";
import { Link, Panel, PanelBody, PanelSection } from "@hubspot/ui-extensions";
import type { NeedRow } from "@keyline/domain";
import type { NeedsProps } from "./NeedsBody.tsx";
import { NeedDetail } from "./NeedDetail.tsx";

/** The name of a need, which opens all that is known of it. What is in the panel is read when it opens. */
export function NeedPanel({ need, ...props }: NeedsProps & { need: NeedRow }) {
  const [isOpen, setIsOpen] = useState(false);
  const id = `keyline-need-${need.id}`;
  return (
    <Link
      href="#"
      preventDefault
      onClick={() => setIsOpen(true)}
      overlay={
        <Panel id={id} title={need.name} width="medium" onClose={() => setIsOpen(false)}>
          <PanelBody>
            <PanelSection>{isOpen && <NeedDetail {...props} need={need} />}</PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {need.name}
    </Link>
  );
}
