import { Text } from "@hubspot/ui-extensions";
import { Column } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";

/** How success is measured, reviewed and told. */
export function SuccessTab({ plan }: PlanTabProps) {
  return (
    <Column>
      <Text>{plan.name}</Text>
    </Column>
  );
}
