import { StatusTag, Text } from "@hubspot/ui-extensions";
import {
  degrees,
  needKinds,
  objectiveStatuses,
  type NeedDetails,
  type NeedRow,
  type NeedsAnswer,
} from "@keyline/domain";
import { Bullets, Column, Fact, Row, dateFormat, useHost, type PlainKey } from "@keyline/ui";
import { DealLink } from "./DealCell.tsx";
import { memberName, sourceText, voiceText } from "./need-text.ts";
import { StatusCell } from "./NeedsTable.tsx";

interface Props {
  need: NeedRow;
  details: NeedDetails;
  answer: NeedsAnswer;
}

const riskVariants = { high: "danger", medium: "warning", low: "default" } as const;

/** What is known of a need, read from the top: how it stands, in their words, who says so, what we do about it. */
export function NeedFacts({ need, details, answer }: Props) {
  const host = useHost();
  const { say, language, line, locale } = host;
  const dates = dateFormat(locale, answer.today);
  const { content, metEvidence, dropReason } = details;
  return (
    <Column fills>
      <Row wrap>
        <StatusCell status={need.status} />
        {need.risk && (
          <StatusTag variant={riskVariants[need.risk]}>
            {say("needRiskIs", { degree: degrees.label(need.risk, language) })}
          </StatusTag>
        )}
        {need.priority && <Text>{say("needPriorityIs", { degree: degrees.label(need.priority, language) })}</Text>}
        {need.endedOn && <Text variant="microcopy">{dates.day(need.endedOn)}</Text>}
      </Row>
      {memberName(need, answer) && (
        <Fact label={say("familyCompany")}>
          <Text>{memberName(need, answer)}</Text>
        </Fact>
      )}
      <Words title="needMetEvidence" text={metEvidence} />
      <Words title="needDropReason" text={dropReason} />
      <Words title="needWhat" text={content.what} />
      <Words title="needWhy" text={content.why} />
      <Words title="needEvidence" text={content.evidence} />
      <Fact label={say("needVoice")}>
        <Text>{voiceText(need, answer, host) || say("needVoiceUnknown")}</Text>
      </Fact>
      <Fact label={say("needSource")}>
        <Text>{sourceText(need, answer.today, host) || say("needVoiceUnknown")}</Text>
      </Fact>
      {need.kind && (
        <Fact label={say("needKind")}>
          <Text>{needKinds.label(need.kind, language)}</Text>
        </Fact>
      )}
      <Fact label={say("needConfirmedOn")}>
        <Text>
          {need.confirmedOn
            ? line([dates.day(need.confirmedOn), dates.fromToday(need.confirmedOn)])
            : say("needNeverConfirmed")}
        </Text>
      </Fact>
      <Fact label={say("needDeal")}>
        {need.dealId ? <DealLink need={need} answer={answer} /> : <Text>{say("none")}</Text>}
      </Fact>
      <Initiatives need={need} answer={answer} />
    </Column>
  );
}

/** A person's own words, below what they are. */
function Words({ title, text }: { title: PlainKey; text: string | null }) {
  const { say } = useHost();
  if (!text) return null;
  return (
    <Column gap="flush">
      <Text variant="microcopy">{say(title)}</Text>
      <Text>{text}</Text>
    </Column>
  );
}

function Initiatives({ need, answer }: Pick<Props, "need" | "answer">) {
  const { say, line, language, locale } = useHost();
  const dates = dateFormat(locale, answer.today);
  const serving = answer.initiatives.filter(({ needKey }) => needKey === need.key);
  return (
    <Column gap="flush">
      <Text variant="microcopy">{say("needServedBy")}</Text>
      {serving.length === 0 ? (
        <Text>{say("needNotServed")}</Text>
      ) : (
        <Bullets>
          {serving.map(({ id, name, status, due }) => (
            <Text key={id}>{line([name, objectiveStatuses.label(status, language), due && dates.day(due)])}</Text>
          ))}
        </Bullets>
      )}
    </Column>
  );
}
