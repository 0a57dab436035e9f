import { useState } from "react";
import { Button, Panel, PanelBody, PanelSection, Select, Text } from "@hubspot/ui-extensions";
import type { NeedRow } from "@keyline/domain";
import { Column, ServeNeedForm, useHost } from "@keyline/ui";
import type { NeedsProps } from "./NeedsBody.tsx";

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
              <OneByOne {...props} needs={needs} />
            </PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      {say("needsPlan")}
    </Button>
  );
}

function OneByOne({ needs, answer, again }: NeedsProps & { needs: readonly NeedRow[] }) {
  const { say, actions } = useHost();
  const [served, setServed] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const left = needs.filter(({ key }) => !served.has(key));
  const need = left.find(({ key }) => key === chosen) ?? left[0];
  if (!need) return <Text>{say("needsPlanned")}</Text>;
  return (
    <Column fills>
      <Select
        name="need"
        label={say("needsPlanFor", { count: left.length })}
        value={need.key}
        options={left.map(({ key, name }) => ({ label: name, value: key }))}
        onChange={(key) => setChosen(String(key))}
      />
      <ServeNeedForm
        key={need.key}
        need={need}
        today={answer.today}
        owners={answer.owners}
        ownerId={answer.leadManagerId}
        onServed={() => {
          setServed((before) => new Set([...before, need.key]));
          if (left.length === 1) actions.closeOverlay(panelId);
          again();
        }}
      />
    </Column>
  );
}
