import { Alert, EmptyState, Text } from "@hubspot/ui-extensions";
import { isOpenObjective } from "@keyline/domain";
import { Column, Row, useHost } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";
import { AddObstacle } from "./AddObstacle.tsx";
import { ObstaclesTable } from "./ObstaclesTable.tsx";

/** What stands in the way, the gravest first, and what we do about it. */
export function ObstaclesTab(tab: PlanTabProps) {
  const { answer, canWrite } = tab;
  const { say } = useHost();
  const { obstacles } = answer.objectives;
  // What could not be read is said above the tabs; here it must not pass for "nothing".
  if (answer.unreadable.includes("objectives") && obstacles.length === 0) return null;
  if (obstacles.length === 0) return <NothingKnown {...tab} />;
  const unanswered = obstacles.filter((one) => isOpenObjective(one) && !one.answer?.trim());
  return (
    <Column gap="medium" fills>
      {unanswered.length > 0 && (
        <Alert variant="warning" title={say("unansweredTitle", { count: unanswered.length })}>
          {unanswered.slice(0, 3).map(({ key, name }) => (
            <Text key={key}>{name}</Text>
          ))}
        </Alert>
      )}
      {canWrite && (
        <Row justify="end">
          <AddObstacle {...tab} />
        </Row>
      )}
      <ObstaclesTable {...tab} />
    </Column>
  );
}

function NothingKnown(tab: PlanTabProps) {
  const { say } = useHost();
  return (
    <EmptyState title={say("noObstaclesTitle")} layout="vertical" imageName="cone" imageWidth={100} flush>
      <Text>{say("noObstaclesText")}</Text>
      {tab.canWrite && <AddObstacle {...tab} />}
    </EmptyState>
  );
}
