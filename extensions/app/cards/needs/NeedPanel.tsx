import { useState } from "react";
import { Link, Panel, PanelBody, PanelSection } from "@hubspot/ui-extensions";
import type { NeedRow } from "@keyline/domain";
import type { NeedsProps } from "./NeedsBody.tsx";
import { NeedDetail } from "./NeedDetail.tsx";

/**
 * The name of a need, which opens all that is known of it. What is in the panel is read each time it opens; what was typed
 * in it and not saved is still there.
 */
export function NeedPanel({ need, ...props }: NeedsProps & { need: NeedRow }) {
  const [openings, setOpenings] = useState(0);
  const id = `keyline-need-${need.id}`;
  return (
    <Link
      href="#"
      preventDefault
      onClick={() => setOpenings((before) => before + 1)}
      overlay={
        <Panel id={id} title={need.name} width="medium">
          <PanelBody>
            <PanelSection>{openings > 0 && <NeedDetail {...props} need={need} openings={openings} />}</PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {need.name}
    </Link>
  );
}
