import { OrderedTabs, useHost } from "@keyline/ui";
import { GrowthTab } from "./growth/GrowthTab.tsx";
import { ObstaclesTab } from "./obstacles/ObstaclesTab.tsx";
import { PeopleTab } from "./people/PeopleTab.tsx";
import type { PlanTabProps } from "./plan-tab.ts";
import { ResourcesTab } from "./resources/ResourcesTab.tsx";
import { SnapshotTab } from "./snapshot/SnapshotTab.tsx";
import { SuccessTab } from "./success/SuccessTab.tsx";

/** The six elements of the plan, one tab each. */
export function PlanTabs(props: PlanTabProps) {
  const { say } = useHost();
  return (
    <OrderedTabs
      tabs={[
        { id: "snapshot", title: say("tabSnapshot"), body: () => <SnapshotTab {...props} /> },
        { id: "people", title: say("tabPeople"), body: () => <PeopleTab {...props} /> },
        { id: "growth", title: say("tabGrowth"), body: () => <GrowthTab {...props} /> },
        { id: "resources", title: say("tabResources"), body: () => <ResourcesTab {...props} /> },
        { id: "obstacles", title: say("tabObstacles"), body: () => <ObstaclesTab {...props} /> },
        { id: "success", title: say("tabSuccess"), body: () => <SuccessTab {...props} /> },
      ]}
    />
  );
}
