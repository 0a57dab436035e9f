import { Select } from "@hubspot/ui-extensions";
import { renewalOutlooks, type Settings, type SettingsAnswer } from "@keyline/domain";
import { Columns, OptionField, useHost } from "@keyline/ui";
import { SectionForm } from "./SectionForm.tsx";
import type { SectionProps } from "./SettingsBody.tsx";

const none = "";

/** Where the portal keeps what can be renewed, and what the stage of a renewal deal says of it. */
export function RenewalsSection(props: SectionProps) {
  const { say, language } = useHost();
  const { dateProperties, numberProperties, pipelines } = props.answer;
  return (
    <SectionForm section="renewals" {...props}>
      {({ values, change, errorAt }) => {
        const { renewals } = values;
        const set = (changed: Partial<Settings["renewals"]>) => change({ renewals: { ...renewals, ...changed } });
        const stages = pipelines.find(({ value }) => value === renewals.pipelineId)?.stages ?? [];
        const outlooks = [
          { value: none, label: say("outlookNotSet") },
          ...renewalOutlooks.values.map((value) => ({ value, label: renewalOutlooks.label(value, language) })),
        ];
        return (
          <>
            <Columns>
              <PropertyField
                name="contractEndProperty"
                label={say("contractEndProperty")}
                properties={dateProperties}
                value={renewals.contractEndProperty}
                error={errorAt("renewals.contractEndProperty")}
                onChange={(name) => set({ contractEndProperty: name })}
              />
              <PropertyField
                name="noticeByProperty"
                label={say("noticeByProperty")}
                properties={dateProperties}
                value={renewals.noticeByProperty}
                error={errorAt("renewals.noticeByProperty")}
                onChange={(name) => set({ noticeByProperty: name })}
              />
              <PropertyField
                name="valueProperty"
                label={say("renewalValueProperty")}
                properties={numberProperties}
                value={renewals.valueProperty}
                error={errorAt("renewals.valueProperty")}
                onChange={(name) => set({ valueProperty: name })}
              />
            </Columns>
            <OptionField
              name="pipeline"
              label={say("renewalPipeline")}
              options={[
                { value: none, label: say("renewalNoPipeline") },
                ...pipelines.map(({ value, name }) => ({ value, label: name })),
              ]}
              value={renewals.pipelineId ?? none}
              error={errorAt("renewals.pipelineId")}
              onChange={(id) => set({ pipelineId: id === none ? null : id })}
            />
            {stages.map(({ value: stage, name }) => (
              <OptionField
                key={stage}
                name={`outlook-${stage}`}
                label={say("outlookOfStage", { stage: name })}
                options={outlooks}
                value={renewals.stages[stage] ?? none}
                onChange={(outlook) => {
                  const { [stage]: _before, ...others } = renewals.stages;
                  set({ stages: renewalOutlooks.has(outlook) ? { ...others, [stage]: outlook } : others });
                }}
              />
            ))}
          </>
        );
      }}
    </SectionForm>
  );
}

interface PropertyFieldProps {
  name: string;
  label: string;
  properties: SettingsAnswer["dateProperties"];
  value: string;
  error: string | undefined;
  onChange: (name: string) => void;
}

function PropertyField({ name, label, properties, value, error, onChange }: PropertyFieldProps) {
  return (
    <Select
      name={name}
      label={label}
      value={value}
      options={properties.map((property) => ({ value: property.value, label: property.name }))}
      {...(error ? { error: true, validationMessage: error } : {})}
      onChange={(chosen) => onChange(String(chosen))}
    />
  );
}
