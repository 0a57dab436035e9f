import { Divider } from "@hubspot/ui-extensions";
import { Column } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";
import { CostPart } from "./CostPart.tsx";
import { TeamPart } from "./TeamPart.tsx";

/** What the plan takes: hours and money against what is usual and what comes back, and who works on it. */
export function ResourcesTab(props: PlanTabProps) {
  return (
    <Column gap="medium" fills>
      <CostPart {...props} />
      <Divider />
      <TeamPart {...props} />
    </Column>
  );
}
