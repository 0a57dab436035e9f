import { Accordion, Text } from "@hubspot/ui-extensions";
import type { NeedChange, NeedDetails, NeedsAnswer } from "@keyline/domain";
import { Bullets, Column, dateFormat, dayIn, useHost } from "@keyline/ui";
import { fieldNames, valueText } from "./content-text.ts";

interface Props {
  history: NeedDetails["history"];
  answer: NeedsAnswer;
}

/** What became of the need, latest first, as HubSpot's own history tells it. */
export function NeedHistory({ history, answer }: Props) {
  const { say } = useHost();
  return (
    <Accordion title={say("needHistory")} size="small">
      <Column fills>
        {history === null && <Text variant="microcopy">{say("needHistoryUnknown")}</Text>}
        {history?.map((change) => (
          <ChangeLine key={`${change.at} ${change.changes[0]?.field ?? ""}`} change={change} answer={answer} />
        ))}
      </Column>
    </Accordion>
  );
}

function ChangeLine({ change, answer }: { change: NeedChange; answer: NeedsAnswer }) {
  const host = useHost();
  const { say, line, locale } = host;
  const on = dayIn(answer.timeZone, change.at);
  const title = line([on && dateFormat(locale, answer.today).day(on), change.by]);
  if (change.isFirst) return <Text>{line([title, say("needWrittenDown")])}</Text>;
  return (
    <Column gap="flush">
      <Text format={{ fontWeight: "demibold" }}>{title}</Text>
      <Bullets>
        {change.changes.map(({ field, before, after }) => (
          <Text key={field}>
            {say("needChanged", {
              field: say(fieldNames[field]),
              before: valueText(field, before, answer, host),
              after: valueText(field, after, answer, host),
            })}
          </Text>
        ))}
      </Bullets>
    </Column>
  );
}
