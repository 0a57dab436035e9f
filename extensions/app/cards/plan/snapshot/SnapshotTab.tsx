import { Text } from "@hubspot/ui-extensions";
import { Column } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";

/** The account at the start of the plan, and its openings. */
export function SnapshotTab({ plan }: PlanTabProps) {
  return (
    <Column>
      <Text>{plan.name}</Text>
    </Column>
  );
}
