import { Button, Panel, PanelBody, PanelSection } from "@hubspot/ui-extensions";
import type { NeedRow } from "@keyline/domain";
import { useHost } from "@keyline/ui";
import type { NeedsProps } from "./NeedsBody.tsx";
import { ServeNeeds } from "./ServeNeeds.tsx";

const panelId = "keyline-plan-needs";

/** One initiative after the other for the high-risk needs that have none. */
export function PlanNeeds({ needs, ...props }: NeedsProps & { needs: readonly NeedRow[] }) {
  const { say } = useHost();
  return (
    <Button
      size="xs"
      overlay={
        <Panel id={panelId} title={say("needsPlan")} variant="modal">
          <PanelBody>
            <PanelSection>
              <ServeNeeds {...props} needs={needs} panelId={panelId} />
            </PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {say("needsPlan")}
    </Button>
  );
}
