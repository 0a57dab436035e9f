import { Statistics, StatisticsItem, Text } from "@hubspot/ui-extensions";
import { percentOf, type PortfolioReady } from "@keyline/domain";
import { Column, inReadingOrder, periodText, useHost } from "@keyline/ui";

/** How many accounts, what is late, what is at risk, and revenue against the goals. */
export function TopFigures({ answer }: { answer: PortfolioReady }) {
  const host = useHost();
  const { say, numbers, isReversed } = host;
  const { matches, top, scope, inScope, currency } = answer;
  const { toDateMinor, goalMinor, withoutGoal } = top.revenue;
  const percent = percentOf(toDateMinor, goalMinor);
  const figures = [
    <StatisticsItem key="accounts" label={say("factAccounts")} number={numbers.number(matches)}>
      {matches < inScope[scope] && <Text variant="microcopy">{say("ofInScope", { count: inScope[scope] })}</Text>}
    </StatisticsItem>,
    <StatisticsItem key="overdue" label={say("factOverdue")} number={numbers.number(top.overdueCheckIns)} />,
    <StatisticsItem key="risk" label={say("factAtRisk")} number={numbers.number(top.atRisk)} />,
    <StatisticsItem
      key="revenue"
      label={say("factRevenue", { period: periodText(top.period, host) })}
      number={percent === null ? "–" : numbers.money(toDateMinor, currency)}
    >
      <Text variant="microcopy">
        {percent === null
          ? say("noGoalsSet")
          : say("ofGoal", { goal: numbers.amount(goalMinor, currency), percent: numbers.percent(percent) })}
      </Text>
      {percent !== null && withoutGoal > 0 && (
        <Text variant="microcopy">{say("withoutGoal", { count: withoutGoal })}</Text>
      )}
    </StatisticsItem>,
  ];
  return (
    <Column>
      <Statistics>{inReadingOrder(figures, isReversed)}</Statistics>
    </Column>
  );
}
