import { StatusTag, Text } from "@hubspot/ui-extensions";
import { daysBetween, renewalOutlooks, type PlainDate, type RenewalOutlook, type SummaryAnswer } from "@keyline/domain";
import { Column, Fact, Row, dateFormat, useHost } from "@keyline/ui";

interface Props {
  contract: NonNullable<SummaryAnswer["contract"]>;
  today: PlainDate;
  currency: string;
}

const outlookVariants = {
  likely: "success",
  open: "info",
  at_risk: "warning",
  lost: "danger",
  renewed: "success",
} as const;
/** A notice date this near without a decision is worth a colour. */
const nearDays = 60;

/** When the contract ends, by when notice must be given, what it is worth and how it looks. */
export function ContractFact({ contract, today, currency }: Props) {
  const { say, language, numbers, locale } = useHost();
  const dates = dateFormat(locale, today);
  const { ends, noticeBy, valueMinor, outlook } = contract;
  if (!ends && !noticeBy) return null;
  return (
    <Column gap="xs" fills>
      <Fact label={say("contractLabel")}>
        <Text>{ends ? say("contractEnds", { date: dates.day(ends) }) : say("none")}</Text>
      </Fact>
      {noticeBy && (
        <Row>
          <Notice noticeBy={noticeBy} outlook={outlook} today={today} />
        </Row>
      )}
      {(valueMinor !== null || outlook) && (
        <Row>
          {valueMinor !== null && <Text variant="microcopy">{numbers.money(valueMinor, currency)}</Text>}
          {outlook && (
            <StatusTag variant={outlookVariants[outlook]}>{renewalOutlooks.label(outlook, language)}</StatusTag>
          )}
        </Row>
      )}
    </Column>
  );
}

function Notice({
  noticeBy,
  outlook,
  today,
}: {
  noticeBy: PlainDate;
  outlook: RenewalOutlook | null;
  today: PlainDate;
}) {
  const { say, line, locale } = useHost();
  const dates = dateFormat(locale, today);
  const days = daysBetween(today, noticeBy);
  const isDecided = outlook === "renewed" || outlook === "lost";
  const text = say(days < 0 ? "noticePassed" : "noticeBy", { date: dates.day(noticeBy) });
  if (isDecided) return <Text variant="microcopy">{text}</Text>;
  if (days < 0) return <StatusTag variant="danger">{text}</StatusTag>;
  const withDistance = line([text, dates.fromToday(noticeBy)]);
  if (days > nearDays) return <Text variant="microcopy">{withDistance}</Text>;
  return <StatusTag variant="warning">{withDistance}</StatusTag>;
}
