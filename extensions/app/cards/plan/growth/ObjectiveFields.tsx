import { Accordion, Checkbox, Select } from "@hubspot/ui-extensions";
import {
  metricNames,
  objectiveKinds,
  roadmapKinds,
  type EditObjective,
  type MetricName,
  type PlanAnswer,
} from "@keyline/domain";
import { Column, DateField, NumberField, PersonField, TextField, useHost, withCompany, type Draft } from "@keyline/ui";

/** What a form of the roadmap holds: the day may lack until it is sent. */
export type ObjectiveDraft = EditObjective["expected"];

interface Props {
  draft: Draft<ObjectiveDraft>;
  errorAt: (path: string) => string | undefined;
  answer: Pick<PlanAnswer, "family" | "objectives" | "owners">;
}

const none = "";

/** The fields of an objective, a milestone or an initiative. */
export function ObjectiveFields({ draft: { values, set }, errorAt, answer }: Props) {
  const host = useHost();
  const { say, language } = host;
  const needs = answer.objectives.needs.filter(({ isOpen, key }) => isOpen || key === values.needKey);
  return (
    <Column fills>
      <Select
        name="kind"
        label={say("fieldKind")}
        value={values.kind}
        options={roadmapKinds.map((kind) => ({ value: kind, label: objectiveKinds.label(kind, language) }))}
        onChange={(chosen) => set("kind", roadmapKinds.find((kind) => kind === chosen) ?? values.kind)}
      />
      <TextField
        name="name"
        label={say("fieldObjectiveName")}
        required
        value={values.name}
        error={errorAt("name")}
        onChange={(text) => set("name", text)}
      />
      <Select
        name="need"
        label={say("fieldNeed")}
        value={values.needKey ?? none}
        options={[
          { value: none, label: say("noNeed") },
          ...needs.map(({ key, companyId, name, isHighRisk }) => ({
            value: key,
            label: withCompany(isHighRisk ? say("highRiskNeed", { need: name }) : name, companyId, answer.family, host),
          })),
        ]}
        {...(errorAt("needKey") ? { error: true, validationMessage: errorAt("needKey") ?? "" } : {})}
        onChange={(chosen) => set("needKey", chosen === none ? null : String(chosen))}
      />
      <PersonField
        name="owner"
        label={say("responsible")}
        people={answer.owners}
        value={values.ownerId}
        error={errorAt("ownerId")}
        onChange={(id) => set("ownerId", id)}
      />
      <DateField
        name="startsOn"
        label={say("fieldStarts")}
        value={values.startsOn}
        error={errorAt("startsOn")}
        onChange={(day) => set("startsOn", day)}
        onClear={() => set("startsOn", null)}
      />
      <DateField
        name="dueOn"
        label={say("fieldDue")}
        required
        value={values.dueOn}
        error={errorAt("dueOn")}
        onChange={(day) => set("dueOn", day)}
      />
      <TextField
        name="description"
        label={say("fieldAbout")}
        rows={2}
        value={values.description ?? ""}
        error={errorAt("description")}
        onChange={(text) => set("description", text || null)}
      />
      <Accordion title={say("measureTitle")} size="xs" defaultOpen={isMeasured(values)}>
        <MeasureFields draft={{ values, set }} errorAt={errorAt} />
      </Accordion>
      <Checkbox name="isInternal" checked={values.isInternal} onChange={(isTicked) => set("isInternal", isTicked)}>
        {say("fieldInternal")}
      </Checkbox>
    </Column>
  );
}

interface MeasureProps {
  draft: Pick<Draft<ObjectiveDraft>, "values" | "set">;
  errorAt: Props["errorAt"];
}

/** A KPI says by itself how far it is; without one a person types it, or says how far it is in percent. */
function MeasureFields({ draft: { values, set }, errorAt }: MeasureProps) {
  const { say, language } = useHost();
  const number = (name: "measureStart" | "measureNow" | "measureTarget", label: string) => (
    <NumberField
      name={name}
      label={label}
      value={values[name]}
      error={errorAt(name)}
      onChange={(value) => set(name, value)}
    />
  );
  return (
    <Column fills>
      <Select
        name="metric"
        label={say("fieldMetric")}
        value={values.metric ?? none}
        options={[
          { value: none, label: say("noMetric") },
          ...metricNames.values.map((metric) => ({ value: metric, label: metricNames.label(metric, language) })),
        ]}
        onChange={(chosen) => set("metric", metricNames.has(chosen) ? (chosen satisfies MetricName) : null)}
      />
      {values.metric === null && (
        <TextField
          name="measureWords"
          label={say("fieldMeasureWords")}
          value={values.measureWords ?? ""}
          error={errorAt("measureWords")}
          onChange={(text) => set("measureWords", text || null)}
        />
      )}
      {number("measureStart", say("fieldMeasureStart"))}
      {values.metric === null && number("measureNow", say("fieldMeasureNow"))}
      {number("measureTarget", say("fieldMeasureTarget"))}
      {values.metric === null && values.measureTarget === null && (
        <NumberField
          name="progress"
          label={say("fieldProgress")}
          min={0}
          max={100}
          value={values.progress}
          error={errorAt("progress")}
          onChange={(value) => set("progress", value)}
        />
      )}
    </Column>
  );
}

function isMeasured({ metric, measureWords, measureTarget, progress }: ObjectiveDraft): boolean {
  return metric !== null || measureWords !== null || measureTarget !== null || progress !== null;
}

/** An initiative to begin with: it is what most lines of a roadmap are. */
export function newObjective(ownerId: string | null): ObjectiveDraft {
  return {
    kind: "initiative",
    name: "",
    description: null,
    needKey: null,
    ownerId,
    startsOn: null,
    dueOn: null,
    measureWords: null,
    metric: null,
    measureStart: null,
    measureNow: null,
    measureTarget: null,
    progress: null,
    isInternal: false,
  };
}
