import { ProgressBar, StatusTag, Text } from "@hubspot/ui-extensions";
import { accountTypes, planStatuses, tiers, type PlanAnswer, type PlanHead } from "@keyline/domain";
import { Column, Row, periodText, useHost } from "@keyline/ui";

interface Props {
  answer: PlanAnswer;
  plan: PlanHead;
}

const statusVariants = { draft: "default", active: "success", in_review: "info", closed: "default" } as const;

/** The top lines: which plan, how it stands, and what can be done. */
export function PlanHeader({ answer, plan }: Props) {
  const host = useHost();
  const { say, line, language } = host;
  const { type, tier, leadManager } = answer;
  const name = plan.period ? say("planTitle", { period: periodText(plan.period, host) }) : plan.name;
  return (
    <Column gap="xs" fills>
      <Row justify="between" wrap>
        <Row>
          <Text format={{ fontWeight: "bold" }}>{name}</Text>
          <StatusTag variant={statusVariants[plan.status]}>{planStatuses.label(plan.status, language)}</StatusTag>
        </Row>
        <Text variant="microcopy">
          {line([
            type && accountTypes.label(type, language),
            tier && tiers.label(tier, language),
            leadManager?.name ?? say("noLead"),
          ])}
        </Text>
      </Row>
      <RevenueLine revenue={plan.revenue} currency={answer.currency} />
    </Column>
  );
}

/** Revenue to date against the goal. "No data" is words, never zero. */
function RevenueLine({ revenue, currency }: { revenue: PlanHead["revenue"]; currency: string }) {
  const { say, numbers } = useHost();
  const { goalMinor, toDateMinor, attainmentPercent, pace } = revenue;
  if (toDateMinor === null) return <Text variant="microcopy">{say("noRevenue")}</Text>;
  const toDate = numbers.money(toDateMinor, currency);
  if (goalMinor === null) return <Text>{say("noGoal", { toDate })}</Text>;
  return (
    <Column gap="xs" fills>
      <Row justify="between" wrap>
        <Text>{say("goalShare", { toDate, goal: numbers.amount(goalMinor, currency) })}</Text>
        {attainmentPercent !== null && (
          <Text format={{ fontWeight: "demibold" }}>{numbers.percent(attainmentPercent)}</Text>
        )}
      </Row>
      <ProgressBar
        aria-label={say("planGoal")}
        value={Math.max(0, Math.min(100, attainmentPercent ?? 0))}
        variant={pace?.pace === "behind" ? "warning" : "success"}
      />
    </Column>
  );
}
