import { Link, StatusTag, Text } from "@hubspot/ui-extensions";
import {
  accountTypes,
  daysBetween,
  healthBands,
  planStatuses,
  tiers,
  type PlainDate,
  type PortfolioRow,
} from "@keyline/domain";
import { Column, Row, dateFormat, useHost } from "@keyline/ui";

interface Props {
  row: PortfolioRow;
}

const bandVariants = { healthy: "success", slipping: "warning", at_risk: "danger", unknown: "default" } as const;

/** The account, which opens its record, over its type and tier. */
export function AccountCell({ row: { account, type, tier } }: Props) {
  const { line, language } = useHost();
  return (
    <Column gap="flush">
      {account.url ? <Link href={account.url}>{account.name}</Link> : <Text>{account.name}</Text>}
      <Text variant="microcopy">{line([accountTypes.label(type, language), tier && tiers.label(tier, language)])}</Text>
    </Column>
  );
}

/** "72 Slipping ▼8": never colour alone, never a zero for what is not known. */
export function HealthCell({ row: { health } }: Props) {
  const { line, language, numbers } = useHost();
  const { score, band, change } = health;
  const moved = change ? `${change > 0 ? "▲" : "▼"}${numbers.number(Math.abs(change))}` : null;
  return (
    <Row gap="xs" wrap>
      <StatusTag variant={bandVariants[band]}>
        {line([score === null ? null : numbers.number(score), healthBands.label(band, language)])}
      </StatusTag>
      {moved && <Text variant="microcopy">{moved}</Text>}
    </Row>
  );
}

/** How late, if late; else when. */
export function CheckInCell({ row, today }: Props & { today: PlainDate }) {
  const { say, locale } = useHost();
  const { overdueCheckIns: overdue, overdueSince: since, nextCheckIn: next } = row;
  const dates = dateFormat(locale, today);
  if (overdue > 0) {
    const late = since
      ? say("daysLate", { count: daysBetween(since, today) })
      : say("overdueUnknownDay", { count: overdue });
    return (
      <Column gap="flush">
        <StatusTag variant="danger">{late}</StatusTag>
        {since && overdue > 1 && <Text variant="microcopy">{say("andMore", { count: overdue - 1 })}</Text>}
      </Column>
    );
  }
  return <Text>{next ? dates.day(next) : say("noNextCheckIn")}</Text>;
}

export function PlanCell({ row: { plan } }: Props) {
  const { say, language } = useHost();
  if (!plan) return <Text variant="microcopy">{say("noPlan")}</Text>;
  return (
    <Column gap="flush">
      <Text>{planStatuses.label(plan.status, language)}</Text>
      {plan.untouchedDays !== null && (
        <Text variant="microcopy">{say("untouchedFor", { count: plan.untouchedDays })}</Text>
      )}
    </Column>
  );
}

/** The amount, and until when it must be decided about. */
export function RecurringCell({ row, today, currency }: Props & { today: PlainDate; currency: string }) {
  const { say, numbers, locale } = useHost();
  const { recurringMinor, notice } = row;
  const key = notice && (notice.by < today ? "noticeMissed" : "noticeShort");
  return (
    <Column gap="flush">
      <Text>{recurringMinor === null ? "–" : numbers.amount(recurringMinor, currency)}</Text>
      {notice && key && <Text variant="microcopy">{say(key, { date: dateFormat(locale, today).day(notice.by) })}</Text>}
    </Column>
  );
}
