import { useState } from "react";
import { Text } from "@hubspot/ui-extensions";
import { accountTypes, metricNames, type AccountType, type MetricName, type PeriodKind } from "@keyline/domain";
import { ChoiceField, Column, Columns, CountField, useHost, type PlainKey } from "@keyline/ui";
import { SectionForm } from "./SectionForm.tsx";
import type { SectionProps } from "./SettingsBody.tsx";

const periods = {
  month: "periodMonth",
  quarter: "periodQuarter",
  year: "periodYear",
} as const satisfies Record<PeriodKind, PlainKey>;

/** What a metric is aimed at by, where no target says otherwise. */
const usualPeriod: Partial<Record<MetricName, PeriodKind>> = {
  check_ins_kept: "quarter",
  recommendations_adopted: "quarter",
  satisfaction: "quarter",
};

/** The targets of one type at a time. */
export function TargetsSection(props: SectionProps) {
  const { say, language } = useHost();
  const [type, setType] = useState<AccountType>("key");
  return (
    <Column gap="medium" fills>
      <ChoiceField
        name="type"
        label={say("accountType")}
        choices={accountTypes}
        value={type}
        onChange={(chosen) => setType(chosen)}
      />
      <SectionForm section="targets" {...props}>
        {({ values, change, errorAt }) => (
          <>
            <Column gap="flush">
              <Text variant="microcopy">{say("targetsHelp")}</Text>
            </Column>
            {metricNames.values.map((metric) => {
              const target = values.targets[type][metric];
              const per = target?.per ?? usualPeriod[metric] ?? "year";
              const { [metric]: _removed, ...others } = values.targets[type];
              return (
                <Columns key={`${type}-${metric}`} shares={[2, 1]}>
                  <CountField
                    name={`target-${type}-${metric}`}
                    label={say("targetPer", { metric: metricNames.label(metric, language), period: say(periods[per]) })}
                    value={target?.value ?? null}
                    error={errorAt(`targets.${type}.${metric}.value`)}
                    onChange={(value) => {
                      const mine = value === null ? others : { ...others, [metric]: { per, value } };
                      change({ targets: { ...values.targets, [type]: mine } });
                    }}
                  />
                </Columns>
              );
            })}
          </>
        )}
      </SectionForm>
    </Column>
  );
}
