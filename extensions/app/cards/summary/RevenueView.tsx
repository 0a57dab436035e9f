import { ProgressBar, StatusTag, Text } from "@hubspot/ui-extensions";
import type { SummaryAnswer } from "@keyline/domain";
import { Column, Fact, Row, periodText, useHost } from "@keyline/ui";

interface Props {
  revenue: NonNullable<SummaryAnswer["revenue"]>;
  currency: string;
}

/** Revenue to date against the goal, and the pace. "No data" is words, never zero. */
export function RevenueView({ revenue, currency }: Props) {
  const host = useHost();
  const { say, numbers } = host;
  const { period, toDateMinor, goalMinor, attainmentPercent } = revenue;
  const label = say("revenueOf", { period: periodText(period, host) });
  if (toDateMinor === null) {
    return (
      <Fact label={label}>
        <Text variant="microcopy">{say("noRevenue")}</Text>
      </Fact>
    );
  }
  const toDate = numbers.money(toDateMinor, currency);
  if (goalMinor === null) {
    return (
      <Fact label={label}>
        <Text>{say("noGoal", { toDate })}</Text>
      </Fact>
    );
  }
  const share = attainmentPercent ?? (goalMinor > 0 ? (toDateMinor / goalMinor) * 100 : 0);
  return (
    <Column gap="xs" fills>
      <Fact label={label}>
        <Text format={{ fontWeight: "demibold" }}>{numbers.percent(share)}</Text>
      </Fact>
      <ProgressBar
        aria-label={label}
        value={Math.max(0, Math.min(100, share))}
        maxValue={100}
        variant={(revenue.paceMinor ?? 0) < 0 ? "warning" : "success"}
      />
      <Row>
        <Text variant="microcopy">{say("goalShare", { toDate, goal: numbers.amount(goalMinor, currency) })}</Text>
      </Row>
      {revenue.paceMinor !== null && (
        <Row>
          <Pace paceMinor={revenue.paceMinor} currency={currency} />
        </Row>
      )}
    </Column>
  );
}

function Pace({ paceMinor, currency }: { paceMinor: number; currency: string }) {
  const { say, numbers } = useHost();
  const amount = numbers.money(Math.abs(paceMinor), currency);
  if (paceMinor === 0) return <StatusTag variant="success">{say("onPace")}</StatusTag>;
  if (paceMinor > 0) return <StatusTag variant="success">{say("aheadOfPace", { amount })}</StatusTag>;
  return <StatusTag variant="warning">{say("behindPace", { amount })}</StatusTag>;
}
