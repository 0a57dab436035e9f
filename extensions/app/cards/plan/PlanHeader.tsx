import { ProgressBar, StatusTag, Text } from "@hubspot/ui-extensions";
import { accountTypes, healthBands, planStatuses, tiers, type HealthBand, type PlanHead } from "@keyline/domain";
import { Column, Family, Row, useHost } from "@keyline/ui";
import { EditPlan } from "./edit/EditPlan.tsx";
import { Freshness } from "./Freshness.tsx";
import { PlanActions, type LifeProps } from "./life/PlanActions.tsx";
import { planName } from "./life/plan-name.ts";

const statusVariants = { draft: "default", active: "success", in_review: "info", closed: "default" } as const;
const bandVariants: Readonly<Record<HealthBand, "success" | "warning" | "danger" | "default">> = {
  healthy: "success",
  slipping: "warning",
  at_risk: "danger",
  unknown: "default",
};

/** The top lines: which plan, how it stands, and what can be done. */
export function PlanHeader(props: LifeProps) {
  const { answer, plan } = props;
  const host = useHost();
  const { say, line, language } = host;
  const { type, tier, leadManager, health } = answer;
  return (
    <Column gap="xs" fills>
      <Row justify="between" wrap>
        <Row wrap>
          <Text format={{ fontWeight: "bold" }}>{planName(plan, host)}</Text>
          <StatusTag variant={statusVariants[plan.status]}>{planStatuses.label(plan.status, language)}</StatusTag>
          {health && health.score !== null && (
            <StatusTag variant={bandVariants[health.band]}>
              {line([say("planHealth", { score: health.score }), healthBands.label(health.band, language)])}
            </StatusTag>
          )}
        </Row>
        <PlanActions {...props} />
      </Row>
      <Row wrap>
        <Text variant="microcopy">
          {line([
            type && accountTypes.label(type, language),
            tier && tiers.label(tier, language),
            plan.owner?.name ?? leadManager?.name ?? say("noLead"),
          ])}
        </Text>
        {answer.access.canWrite && plan.status !== "closed" && (
          <EditPlan
            {...props}
            names={["goalMinor", "ownerId"]}
            title={planName(plan, host)}
            label={say("goalAndResponsible")}
          />
        )}
      </Row>
      <RevenueLine revenue={plan.revenue} currency={answer.currency} />
      <Freshness freshness={plan.freshness} status={plan.status} today={answer.today} />
      <Family managedUnder={answer.managedUnder} family={answer.family} />
    </Column>
  );
}

/** Revenue to date against the goal, and against the straight line. "No data" is words, never zero. */
function RevenueLine({ revenue, currency }: { revenue: PlanHead["revenue"]; currency: string }) {
  const { say, numbers } = useHost();
  const { goalMinor, toDateMinor, attainmentPercent } = revenue;
  if (toDateMinor === null) {
    const words = goalMinor === null ? [] : [say("planGoalOf", { goal: numbers.money(goalMinor, currency) })];
    return (
      <Row>
        {words.map((text) => (
          <Text key={text}>{text}</Text>
        ))}
        <Text variant="microcopy">{say("noRevenue")}</Text>
      </Row>
    );
  }
  const toDate = numbers.money(toDateMinor, currency);
  if (goalMinor === null) {
    return (
      <Row>
        <Text>{say("noGoal", { toDate })}</Text>
      </Row>
    );
  }
  const share = attainmentPercent ?? 0;
  return (
    <Column gap="xs" fills>
      <Row justify="between" wrap>
        <Row>
          <Text>{say("goalShare", { toDate, goal: numbers.amount(goalMinor, currency) })}</Text>
          <Pace pace={revenue.pace} currency={currency} />
        </Row>
        <Text format={{ fontWeight: "demibold" }}>{numbers.percent(share)}</Text>
      </Row>
      <ProgressBar
        aria-label={say("planGoal")}
        value={Math.max(0, Math.min(100, share))}
        variant={revenue.pace?.pace === "behind" ? "warning" : "success"}
      />
    </Column>
  );
}

function Pace({ pace, currency }: { pace: PlanHead["revenue"]["pace"]; currency: string }) {
  const { say, numbers } = useHost();
  if (!pace) return null;
  const amount = numbers.money(Math.abs(pace.differenceMinor), currency);
  if (pace.pace === "on") return <StatusTag variant="success">{say("onPace")}</StatusTag>;
  if (pace.pace === "ahead") return <StatusTag variant="success">{say("aheadOfPace", { amount })}</StatusTag>;
  return <StatusTag variant="warning">{say("behindPace", { amount })}</StatusTag>;
}
