import { EmptyState, Text } from "@hubspot/ui-extensions";
import { countObjectives, isOpenObjective, type RoadmapItem } from "@keyline/domain";
import { Column, Row, periodText, useHost, useSteady } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";
import { AddObjective } from "./AddObjective.tsx";
import { RoadmapTable } from "./RoadmapTable.tsx";

/** What we do for the account: the roadmap, late first, by quarter. */
export function GrowthTab(props: PlanTabProps) {
  const { answer, canWrite } = props;
  const host = useHost();
  const { say, line } = host;
  const { roadmap } = answer.objectives;
  const rows = useSteady(roadmap, keyOf, groupOf);
  // What could not be read is said above the tabs; here it must not pass for "nothing".
  if (answer.unreadable.includes("objectives") && roadmap.length === 0) return null;
  if (roadmap.length === 0) return <NothingYet {...props} />;
  const { open, late } = countObjectives(roadmap, answer.today);
  return (
    <Column gap="medium" fills>
      <Row justify="between" wrap>
        <Text format={{ fontWeight: "demibold" }}>
          {line([say("openCount", { count: open }), late > 0 && say("lateCount", { count: late })])}
        </Text>
        {canWrite && <AddObjective {...props} />}
      </Row>
      <RoadmapTable {...props} rows={rows} />
    </Column>
  );

  function groupOf(item: RoadmapItem): string {
    if (!isOpenObjective(item)) return say("groupOver");
    if (item.isLate) return say("groupLate");
    return item.quarter ? periodText(item.quarter, host) : say("groupUndated");
  }
}

function keyOf({ key }: RoadmapItem): string {
  return key;
}

function NothingYet(props: PlanTabProps) {
  const { say } = useHost();
  return (
    <EmptyState title={say("noRoadmapTitle")} layout="vertical" imageName="target" imageWidth={100} flush>
      <Text>{say("noRoadmapText")}</Text>
      {props.canWrite && <AddObjective {...props} />}
    </EmptyState>
  );
}
