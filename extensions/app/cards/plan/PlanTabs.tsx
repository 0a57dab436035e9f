import { Divider } from "@hubspot/ui-extensions";
import { Column, Columns, OrderedTabs, useHost } from "@keyline/ui";
import { GrowthTab } from "./growth/GrowthTab.tsx";
import { ObstaclesTab } from "./obstacles/ObstaclesTab.tsx";
import { PeopleTab } from "./people/PeopleTab.tsx";
import type { PlanTabProps } from "./plan-tab.ts";
import { ResourcesTab } from "./resources/ResourcesTab.tsx";
import { SnapshotTab } from "./snapshot/SnapshotTab.tsx";
import { SuccessTab } from "./success/SuccessTab.tsx";
import { TextPart } from "./TextPart.tsx";

/** The six elements of the plan, one tab each. */
export function PlanTabs(props: PlanTabProps) {
  const { say } = useHost();
  return (
    <OrderedTabs
      tabs={[
        { id: "snapshot", title: say("tabSnapshot"), body: () => <SnapshotTab {...props} /> },
        { id: "people", title: say("tabPeople"), body: () => <People {...props} /> },
        { id: "growth", title: say("tabGrowth"), body: () => <Growth {...props} /> },
        { id: "resources", title: say("tabResources"), body: () => <ResourcesTab {...props} /> },
        { id: "obstacles", title: say("tabObstacles"), body: () => <Obstacles {...props} /> },
        { id: "success", title: say("tabSuccess"), body: () => <SuccessTab {...props} /> },
      ]}
    />
  );
}

/** Who decides, then how and by what. */
function People(props: PlanTabProps) {
  return (
    <Column gap="medium" fills>
      <PeopleTab {...props} />
      <Divider />
      <Columns>
        <TextPart {...props} name="howTheyDecide" />
        <TextPart {...props} name="decisionCriteria" />
      </Columns>
    </Column>
  );
}

/** The idea, then the road. */
function Growth(props: PlanTabProps) {
  return (
    <Column gap="medium" fills>
      <TextPart {...props} name="growth" />
      <GrowthTab {...props} />
    </Column>
  );
}

/** In a sentence, then one by one. */
function Obstacles(props: PlanTabProps) {
  return (
    <Column gap="medium" fills>
      <TextPart {...props} name="obstaclesSummary" />
      <ObstaclesTab {...props} />
    </Column>
  );
}
