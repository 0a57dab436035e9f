import { NumberInput, Select, Text } from "@hubspot/ui-extensions";
import { rhythmNames, slotOnOrAfter, type PlainDate, type RhythmName, type Weekday } from "@keyline/domain";
import { ChoiceField, DateField } from "../fields/index.ts";
import { dateFormat } from "../format/index.ts";
import { useHost } from "../host/index.ts";
import { Column } from "../reading/index.ts";
import { rhythmOptions } from "./rhythm-options.ts";
import { readRhythm } from "./rhythm-text.ts";

export interface RhythmValues {
  name: RhythmName;
  rule: string | null;
  startsOn: PlainDate;
}

interface Props {
  values: RhythmValues;
  onChange: (values: RhythmValues) => void;
  workingDays: readonly Weekday[];
  today: PlainDate;
  errorAt: (path: string) => string | undefined;
}

const byStart = "";

/** How often, on which day, from when; and the date that follows from it. */
export function RhythmFields({ values, onChange, workingDays, today, errorAt }: Props) {
  const { say, language, locale } = useHost();
  const first = firstSlot(values);
  const ruleError = errorAt("rhythm.rule");
  const options = rhythmOptions({ ...values, workingDays, current: values.rule, language });
  return (
    <>
      <ChoiceField
        name="rhythm"
        label={say("rhythm")}
        choices={rhythmNames}
        value={values.name}
        required
        error={errorAt("rhythm.name")}
        onChange={(name) => onChange({ ...values, name, rule: name === "own" ? "every 10 days" : null })}
      />
      {values.name === "own" ? (
        <OwnInterval rule={values.rule} error={ruleError} onChange={(rule) => onChange({ ...values, rule })} />
      ) : (
        <Select
          name="rhythmDay"
          label={say("rhythmDay")}
          value={values.rule ?? byStart}
          options={[{ label: say("rhythmDayOfStart"), value: byStart }, ...options]}
          {...(ruleError ? { error: true, validationMessage: ruleError } : {})}
          onChange={(rule) => onChange({ ...values, rule: rule === byStart ? null : String(rule) })}
        />
      )}
      <DateField
        name="startsOn"
        label={say("rhythmStartsOn")}
        value={values.startsOn}
        required
        error={errorAt("rhythm.startsOn")}
        onChange={(startsOn) => onChange({ ...values, startsOn })}
      />
      {first && (
        <Column>
          <Text variant="microcopy">{say("firstCheckIn", { date: dateFormat(locale, today).day(first) })}</Text>
        </Column>
      )}
    </>
  );
}

/** "every 10 days": the number and its unit. */
function OwnInterval(props: { rule: string | null; error: string | undefined; onChange: (rule: string) => void }) {
  const { say } = useHost();
  const [, count = "10", unit = "days"] = /^every (\d+) (\w+)/.exec(props.rule ?? "") ?? [];
  return (
    <>
      <NumberInput
        name="everyCount"
        label={say("everyCount")}
        value={Number(count)}
        min={1}
        {...(props.error ? { error: true, validationMessage: props.error } : {})}
        onChange={(chosen) => props.onChange(`every ${chosen} ${unit}`)}
      />
      <Select
        name="everyUnit"
        label={say("everyUnit")}
        value={unit}
        options={[
          { label: say("unitDays"), value: "days" },
          { label: say("unitWeeks"), value: "weeks" },
          { label: say("unitMonths"), value: "months" },
        ]}
        onChange={(chosen) => props.onChange(`every ${count} ${String(chosen)}`)}
      />
    </>
  );
}

function firstSlot(values: RhythmValues): PlainDate | null {
  const rhythm = readRhythm(values);
  return rhythm ? slotOnOrAfter(rhythm, values.startsOn) : null;
}
