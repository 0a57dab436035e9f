import { Text } from "@hubspot/ui-extensions";
import { healthParts, priorityParts, selectionParts, type Choices } from "@keyline/domain";
import { Column, Columns, CountField, useHost, type PlainKey } from "@keyline/ui";
import { SectionForm, type Fields } from "./SectionForm.tsx";
import type { SectionProps } from "./SettingsBody.tsx";

type Weights = "priorityWeights" | "selectionWeights" | "healthWeights";

/** How much each part counts; a part of weight 0 does not. */
export function ScoresSection(props: SectionProps) {
  return (
    <SectionForm section="scores" {...props}>
      {(fields) => (
        <>
          <WeightFields title="weightsPriority" name="priorityWeights" parts={priorityParts} {...fields} />
          <WeightFields title="weightsSelection" name="selectionWeights" parts={selectionParts} {...fields} />
          <WeightFields title="weightsHealth" name="healthWeights" parts={healthParts} {...fields} />
        </>
      )}
    </SectionForm>
  );
}

interface Props extends Fields {
  title: PlainKey;
  name: Weights;
  parts: Choices;
}

function WeightFields({ title, name, parts, values, change, errorAt }: Props) {
  const { say, language } = useHost();
  const weights: Record<string, number> = values[name];
  const rows = inRowsOf(4, parts.values);
  return (
    <Column gap="small" fills>
      <Text format={{ fontWeight: "demibold" }}>{say(title)}</Text>
      {rows.map((row) => (
        <Columns key={row[0] ?? ""}>
          {row.map((part) => (
            <CountField
              key={part}
              name={`${name}-${part}`}
              label={parts.label(part, language)}
              max={100}
              value={weights[part] ?? null}
              error={errorAt(`${name}.${part}`) ?? errorAt(name)}
              onChange={(weight) => change({ [name]: { ...weights, [part]: weight } })}
            />
          ))}
        </Columns>
      ))}
    </Column>
  );
}

function inRowsOf<T>(size: number, items: readonly T[]): T[][] {
  const rows: T[][] = [];
  for (let at = 0; at < items.length; at += size) rows.push(items.slice(at, at + size));
  return rows;
}
