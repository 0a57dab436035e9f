import { Text } from "@hubspot/ui-extensions";
import { Column } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";

/** Hours, money and people. */
export function ResourcesTab({ plan }: PlanTabProps) {
  return (
    <Column>
      <Text>{plan.name}</Text>
    </Column>
  );
}
