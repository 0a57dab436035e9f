import { Link, StatusTag, Text } from "@hubspot/ui-extensions";
import { selectionParts, type CompanyToChoose } from "@keyline/domain";
import { Column, Row, useHost } from "@keyline/ui";

interface Props {
  row: CompanyToChoose;
}

const strongFrom = 70;
const fairFrom = 45;

export function CompanyCell({ row: { company, owner } }: Props) {
  return (
    <Column gap="flush">
      {company.url ? <Link href={company.url}>{company.name}</Link> : <Text>{company.name}</Text>}
      {owner && <Text variant="microcopy">{owner.name}</Text>}
    </Column>
  );
}

export function ScoreCell({ row: { score } }: Props) {
  const { numbers } = useHost();
  if (score === null) return <Text>–</Text>;
  const variant = score >= strongFrom ? "success" : score >= fairFrom ? "warning" : "default";
  return (
    <Row>
      <StatusTag variant={variant}>{numbers.number(score)}</StatusTag>
    </Row>
  );
}

/** Each reason with the points it gives, the weightiest first; then what nobody knows. */
export function WhyCell({ row: { score, reasons, missing } }: Props) {
  const { say, numbers, language, locale } = useHost();
  if (score === null) return <Text variant="microcopy">{say("notJudged")}</Text>;
  const parts = new Intl.ListFormat(locale, { type: "unit", style: "short" });
  return (
    <Column gap="flush">
      {reasons.map(({ part, points, text }) => (
        <Row key={part} gap="xs" align="baseline">
          <Text format={{ fontWeight: "demibold" }}>{numbers.points(points)}</Text>
          <Text>{text}</Text>
        </Row>
      ))}
      {missing.length > 0 && (
        <Text variant="microcopy">
          {say("notKnown", { parts: parts.format(missing.map((part) => selectionParts.label(part, language))) })}
        </Text>
      )}
    </Column>
  );
}
