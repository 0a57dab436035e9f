import { Panel, PanelBody, PanelSection } from "@hubspot/ui-extensions";
import { periodText, useHost } from "@keyline/ui";
import type { LifeProps } from "./PlanActions.tsx";
import { StartNextForm } from "./StartNextForm.tsx";

/** The panel in which the plan of the next period begins. */
export function StartNextPanel({ id, ...props }: LifeProps & { id: string }) {
  const host = useHost();
  const period = periodText(props.plan.next?.period ?? "", host);
  return (
    <Panel id={id} title={host.say("startNextTitle", { period })} variant="modal">
      <PanelBody>
        <PanelSection>
          <StartNextForm {...props} panelId={id} period={period} />
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}
