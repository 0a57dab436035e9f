import { Dropdown } from "@hubspot/ui-extensions";
import { planStatuses, type PlanAnswer, type PlanHead } from "@keyline/domain";
import { Row, periodText, useHost } from "@keyline/ui";
import { ClosePlan } from "./ClosePlan.tsx";
import { NextStep } from "./NextStep.tsx";
import { PrintPlan } from "./PrintPlan.tsx";
import { StartNextPanel } from "./StartNextPanel.tsx";
import { StatusItem } from "./StatusItem.tsx";

export interface LifeProps {
  answer: PlanAnswer;
  plan: PlanHead;
  onWritten: (plan: PlanAnswer) => void;
  /** Shows the plan of another period; null: the one that the card shows by itself. */
  onShow: (planKey: string | null) => void;
}

/** What can be done with the plan as a whole: the one step that comes next, and the rest behind "More". */
export function PlanActions(props: LifeProps) {
  const host = useHost();
  const { say, language } = host;
  const { answer, plan, onShow } = props;
  const { canWrite } = answer.access;
  const others = answer.periods.filter(({ key }) => key !== plan.key);
  const canStartNext = canWrite && plan.next !== null && plan.next.key === null && plan.status !== "draft";
  const isOpen = plan.status !== "closed";
  return (
    <Row>
      {canWrite && <NextStep {...props} />}
      <Dropdown buttonText={say("more")} buttonSize="sm" variant="secondary">
        <Dropdown.ButtonItem overlay={<PrintPlan plan={plan} />}>{say("printItem")}</Dropdown.ButtonItem>
        {canWrite && (plan.status === "active" || plan.status === "in_review") && <StatusItem {...props} />}
        {canStartNext && isOpen && (
          <Dropdown.ButtonItem overlay={<StartNextPanel {...props} id="keyline-next-early" />}>
            {say("startNext", { period: periodText(plan.next?.period ?? "", host) })}
          </Dropdown.ButtonItem>
        )}
        {canWrite && isOpen && (
          <Dropdown.ButtonItem overlay={<ClosePlan {...props} />}>{say("closePlanItem")}</Dropdown.ButtonItem>
        )}
        {others.map((other) => (
          <Dropdown.ButtonItem key={other.key} onClick={() => onShow(other.key)}>
            {say("openPeriod", {
              period: other.period ? periodText(other.period, host) : other.key,
              status: planStatuses.label(other.status, language),
            })}
          </Dropdown.ButtonItem>
        ))}
      </Dropdown>
    </Row>
  );
}
