import { CardFrame, Column, useBackend, useNewsOfRecord } from "@keyline/ui";
import type { PlanAnswer } from "@keyline/domain";
import { PlanHeader } from "./PlanHeader.tsx";
import { PlanTabs } from "./PlanTabs.tsx";
import { StartPlan } from "./start/StartPlan.tsx";
import { Unfinished } from "./start/Unfinished.tsx";

/** Where should this account be, who decides there, and what do we do for it. */
export function PlanBody() {
  const read = useBackend("plan");
  useNewsOfRecord(read.again);
  return (
    <CardFrame read={read}>
      {(answer) => {
        const { plan, start, access } = answer;
        if (!plan) return start && <StartPlan answer={answer} start={start} onWritten={read.replace} />;
        // A write does not work out again what the account could still buy: what was shown stays.
        const onWritten = (newer: PlanAnswer) =>
          read.replace({ ...newer, openings: newer.openings ?? answer.openings });
        const canWrite = access.canWrite && plan.status !== "closed";
        return (
          <Column gap="medium" fills>
            {plan.isUnfinished && <Unfinished plan={plan} canWrite={canWrite} onWritten={onWritten} />}
            <PlanHeader answer={answer} plan={plan} />
            <PlanTabs answer={answer} plan={plan} canWrite={canWrite} onWritten={onWritten} />
          </Column>
        );
      }}
    </CardFrame>
  );
}
