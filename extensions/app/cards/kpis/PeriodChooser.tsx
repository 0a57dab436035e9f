import { Select, Text } from "@hubspot/ui-extensions";
import { periodKinds, type KpisAnswer } from "@keyline/domain";
import { Columns, periodText, useHost } from "@keyline/ui";
import type { AskedPeriod } from "./KpisBody.tsx";

interface Props {
  answer: KpisAnswer;
  asked: AskedPeriod;
  onAsk: (asked: AskedPeriod) => void;
}

/** Month, quarter or year, and which one. The running one stands first. */
export function PeriodChooser({ answer, asked, onAsk }: Props) {
  const host = useHost();
  const { say, language } = host;
  const { period, choices } = answer;
  // What was just chosen shows at once, before its numbers are there.
  const kind = asked.kind ?? period.kind;
  return (
    <Columns shares={[1, 1, 2]}>
      <Select
        name="kind"
        label={say("kpiPeriodLength")}
        value={kind}
        options={periodKinds.values.map((one) => ({ value: one, label: periodKinds.label(one, language) }))}
        onChange={(chosen) => {
          if (periodKinds.has(chosen) && chosen !== kind) onAsk({ kind: chosen, period: choices[chosen][0] ?? "" });
        }}
      />
      <Select
        name="period"
        label={say("kpiPeriod")}
        value={asked.period ?? period.key}
        options={choices[kind].map((key) => ({ value: key, label: periodText(key, host) }))}
        onChange={(chosen) => onAsk({ kind, period: String(chosen) })}
      />
      <Text> </Text>
    </Columns>
  );
}
