import { StatusTag } from "@hubspot/ui-extensions";
import { daysBetween, type PlainDate, type PlanFreshness, type PlanStatus } from "@keyline/domain";
import { Row, useHost } from "@keyline/ui";

interface Props {
  freshness: PlanFreshness;
  status: PlanStatus;
  today: PlainDate;
}

/** A plan that nobody touches dies quietly: the card says it. A closed one may rest. */
export function Freshness({ freshness, status, today }: Props) {
  const { say } = useHost();
  if (status === "closed") return null;
  const { objectivesTouchedOn, planTouchedOn, staleAfterDays } = freshness;
  const daysSince = (date: PlainDate | null) => (date === null ? 0 : daysBetween(date, today));
  const [objectives, plan] = [daysSince(objectivesTouchedOn), daysSince(planTouchedOn)];
  if (objectives <= staleAfterDays && plan <= staleAfterDays) return null;
  return (
    <Row>
      <StatusTag variant="warning">
        {objectives > staleAfterDays
          ? say("objectivesUntouched", { count: objectives })
          : say("planUntouched", { count: plan })}
      </StatusTag>
    </Row>
  );
}
