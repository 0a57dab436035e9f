import { useState } from "react";
import { Button, LoadingButton } from "@hubspot/ui-extensions";
import { Column, WriteProblem, periodText, useHost, useWrite } from "@keyline/ui";
import type { LifeProps } from "./PlanActions.tsx";
import { ReviewPanel } from "./ReviewPanel.tsx";
import { StartNextPanel } from "./StartNextPanel.tsx";
import { StatusMoved } from "./StatusMoved.tsx";

/** The one primary button of the card: what comes next in the life of this plan. */
export function NextStep(props: LifeProps) {
  const host = useHost();
  const { say } = host;
  const { plan, onShow } = props;
  const [isReviewing, setIsReviewing] = useState(false);
  if (plan.status === "draft") return <Activate {...props} />;
  if (plan.status !== "closed") {
    return (
      <Button
        variant="primary"
        size="sm"
        onClick={() => setIsReviewing(true)}
        overlay={<ReviewPanel {...props} isOpened={isReviewing} />}
      >
        {say(plan.status === "in_review" ? "finishReview" : "reviewPlan")}
      </Button>
    );
  }
  const { next } = plan;
  if (!next) return null;
  const period = periodText(next.period, host);
  if (next.key !== null) {
    return (
      <Button variant="primary" size="sm" onClick={() => onShow(next.key)}>
        {say("openNext", { period })}
      </Button>
    );
  }
  return (
    <Button variant="primary" size="sm" overlay={<StartNextPanel {...props} id="keyline-next" />}>
      {say("startNext", { period })}
    </Button>
  );
}

function Activate({ plan, onWritten }: LifeProps) {
  const { say, actions } = useHost();
  const write = useWrite("setPlanStatus");
  const activate = async () => {
    const written = await write.send({ planKey: plan.key, expected: plan.status, to: "active" });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("planActivated") });
    actions.refreshObjectProperties();
    onWritten(written.plan);
  };
  return (
    <Column gap="xs">
      <LoadingButton variant="primary" size="sm" loading={write.isSending} onClick={() => void activate()}>
        {say("activatePlan")}
      </LoadingButton>
      <WriteProblem problem={write.problem} />
      <StatusMoved problem={write.problem} />
    </Column>
  );
}
