import { Button, Text } from "@hubspot/ui-extensions";
import type { PlanAnswer, PlanHead } from "@keyline/domain";
import { Column, Row, dateFormat, useHost } from "@keyline/ui";
import { planName } from "./life/plan-name.ts";

interface Props {
  answer: PlanAnswer;
  plan: PlanHead;
  /** True: the person asked for this plan. */
  isAsked: boolean;
  onBack: () => void;
}

/** Which plan this is when it is not the one that runs, the way back, and of a closed one what was learnt. */
export function OtherPeriod({ answer, plan, isAsked, onBack }: Props) {
  const host = useHost();
  const { say, line, locale } = host;
  const dates = dateFormat(locale, answer.today);
  if (!isAsked && plan.status !== "closed") return null;
  return (
    <Column gap="xs" fills>
      {isAsked && (
        <Row wrap>
          <Text variant="microcopy">{say("readingOther", { plan: planName(plan, host) })}</Text>
          <Button variant="transparent" size="xs" onClick={onBack}>
            {say("backToCurrent")}
          </Button>
        </Row>
      )}
      {plan.status === "closed" && (
        <Column>
          <Text variant="microcopy">
            {line([
              plan.closedOn && say("closedLine", { date: dates.day(plan.closedOn) }),
              plan.closingNote && say("learntLine", { note: plan.closingNote }),
            ])}
          </Text>
        </Column>
      )}
    </Column>
  );
}
