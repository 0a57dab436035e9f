import { Text } from "@hubspot/ui-extensions";
import { Column } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";

/** What stands in the way. */
export function ObstaclesTab({ answer: { objectives } }: PlanTabProps) {
  return (
    <Column>
      {objectives.obstacles.map(({ id, name }) => (
        <Text key={id}>{name}</Text>
      ))}
    </Column>
  );
}
