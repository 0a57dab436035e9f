import { Accordion, ScoreCircle, StatusTag, Text } from "@hubspot/ui-extensions";
import { healthBands, type HealthReason, type PlainDate, type SummaryAnswer } from "@keyline/domain";
import { Column, Row, useHost } from "@keyline/ui";
import { reasonText } from "./reason-text.ts";

interface Props {
  health: NonNullable<SummaryAnswer["health"]>;
  today: PlainDate;
}

const bandVariants = { healthy: "success", slipping: "warning", at_risk: "danger", unknown: "default" } as const;
const shownAtOnce = 2;

/** The score, its band in words, the two heaviest reasons, and the rest behind "Why?". */
export function HealthView({ health, today }: Props) {
  const { say, language } = useHost();
  const { score, band } = health;
  const reasons = health.reasons.toSorted((one, other) => one.points - other.points);
  if (score === null) {
    return (
      <Column gap="xs" fills>
        <Row>
          <StatusTag>{say("healthUnknown")}</StatusTag>
        </Row>
        <Column>
          <Text variant="microcopy">{say("healthUnknownText")}</Text>
        </Column>
        <Why reasons={reasons} today={today} />
      </Column>
    );
  }
  return (
    <Column gap="xs" fills>
      <Row gap="medium">
        <ScoreCircle score={score} />
        <Column gap="xs">
          <Row>
            <StatusTag variant={bandVariants[band]}>{healthBands.label(band, language)}</StatusTag>
          </Row>
          {reasons.slice(0, shownAtOnce).map((reason) => (
            <ReasonLine key={keyOf(reason)} reason={reason} today={today} />
          ))}
        </Column>
      </Row>
      <Why reasons={reasons} today={today} />
    </Column>
  );
}

function Why({ reasons, today }: { reasons: readonly HealthReason[]; today: PlainDate }) {
  const { say } = useHost();
  if (reasons.length === 0) return null;
  return (
    <Accordion title={say("why")} size="xs">
      <Column gap="xs">
        {reasons.map((reason) => (
          <ReasonLine key={keyOf(reason)} reason={reason} today={today} />
        ))}
      </Column>
    </Accordion>
  );
}

function ReasonLine({ reason, today }: { reason: HealthReason; today: PlainDate }) {
  const host = useHost();
  return (
    <Row gap="xs" align="start">
      <Text format={{ fontWeight: "demibold" }}>{host.numbers.points(reason.points)}</Text>
      <Text>{reasonText(reason, today, host)}</Text>
    </Row>
  );
}

function keyOf(reason: HealthReason): string {
  return reason.part === "told" ? reason.says : reason.part;
}
