import { useState } from "react";
import type { PlanAnswer } from "@keyline/domain";
import { CardFrame, Column, useBackend, useNewsOfRecord } from "@keyline/ui";
import { OtherPeriod } from "./OtherPeriod.tsx";
import { PlanHeader } from "./PlanHeader.tsx";
import { PlanTabs } from "./PlanTabs.tsx";
import { StartPlan } from "./start/StartPlan.tsx";
import { Unfinished } from "./start/Unfinished.tsx";

/** Where should this account be, who decides there, and what do we do for it. */
export function PlanBody() {
  const [asked, setAsked] = useState<string | null>(null);
  const read = useBackend("plan", { request: asked === null ? {} : { planKey: asked } });
  useNewsOfRecord(read.again);
  // The answer of a write leaves out what another room works out: a new plan asks for it once.
  const begin = (newer: PlanAnswer) => {
    read.replace(newer);
    read.again();
  };
  return (
    <CardFrame read={read}>
      {(answer) => {
        const { plan, start, access } = answer;
        if (!plan) return start && <StartPlan answer={answer} start={start} onWritten={begin} />;
        // A write does not work out again what the account could still buy: what was shown stays.
        const onWritten = (newer: PlanAnswer) =>
          read.replace({ ...newer, openings: newer.openings ?? answer.openings });
        const canWrite = access.canWrite && plan.status !== "closed";
        const rest = { answer, plan, onWritten };
        return (
          <Column gap="medium" fills>
            {plan.isUnfinished && <Unfinished {...rest} canWrite={canWrite} />}
            <OtherPeriod answer={answer} plan={plan} isAsked={asked === plan.key} onBack={() => setAsked(null)} />
            <PlanHeader {...rest} onShow={setAsked} />
            <PlanTabs key={plan.key} {...rest} canWrite={canWrite} />
          </Column>
        );
      }}
    </CardFrame>
  );
}
