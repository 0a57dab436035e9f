import { Accordion, Text } from "@hubspot/ui-extensions";
import type { KpiDetailAnswer, KpisAnswer } from "@keyline/domain";
import { Column, useHost } from "@keyline/ui";
import { RecordTable } from "./CountedList.tsx";

interface Props {
  leftOut: KpiDetailAnswer["leftOut"];
  answer: KpisAnswer;
}

const reasons = { no_amount: "kpiLeftNoAmount", skipped_or_waiting: "kpiLeftSkipped" } as const;

/** What was looked at and not counted, and why. */
export function LeftOutList({ leftOut, answer }: Props) {
  const { say } = useHost();
  if (leftOut.length === 0) return null;
  return (
    <Column gap="xs" fills>
      <Column>
        <Text format={{ fontWeight: "demibold" }}>{say("kpiLeftOut")}</Text>
      </Column>
      {leftOut.map(({ reason, total, records }) => (
        <Accordion
          key={reason}
          size="xs"
          title={say(isKnown(reason) ? reasons[reason] : "kpiLeftOther", { count: total })}
        >
          <RecordTable records={records} answer={answer} />
        </Accordion>
      ))}
    </Column>
  );
}

function isKnown(reason: string): reason is keyof typeof reasons {
  return Object.hasOwn(reasons, reason);
}
