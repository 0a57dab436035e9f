import { EmptyState, Text } from "@hubspot/ui-extensions";
import { CardFrame, Column, useBackend, useHost, useNewsOfRecord } from "@keyline/ui";
import { PlanHeader } from "./PlanHeader.tsx";
import { PlanTabs } from "./PlanTabs.tsx";

/** Where should this account be, who decides there, and what do we do for it. */
export function PlanBody() {
  const read = useBackend("plan");
  useNewsOfRecord(read.again);
  return (
    <CardFrame read={read}>
      {(answer) => {
        const { plan, access } = answer;
        if (!plan) return <NoPlan />;
        const canWrite = access.canWrite && plan.status !== "closed";
        return (
          <Column gap="medium" fills>
            <PlanHeader answer={answer} plan={plan} />
            <PlanTabs answer={answer} plan={plan} canWrite={canWrite} onWritten={read.replace} />
          </Column>
        );
      }}
    </CardFrame>
  );
}

function NoPlan() {
  const { say } = useHost();
  return (
    <EmptyState title={say("noPlanTitle")} layout="vertical" imageName="emptyStateCharts" imageWidth={100} flush>
      <Text>{say("noPlanText")}</Text>
    </EmptyState>
  );
}
