import { Text } from "@hubspot/ui-extensions";
import { Column } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";

/** Objectives, milestones and initiatives. */
export function GrowthTab({ answer: { objectives } }: PlanTabProps) {
  return (
    <Column>
      {objectives.roadmap.map(({ id, name }) => (
        <Text key={id}>{name}</Text>
      ))}
    </Column>
  );
}
