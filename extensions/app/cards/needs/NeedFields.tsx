import { degrees, needKinds, needSources, type NeedContent, type NeedsAnswer } from "@keyline/domain";
import { ChoiceField, Column, Columns, DateField, PersonField, TextField, withCompany, useHost } from "@keyline/ui";

interface Props {
  content: NeedContent;
  onChange: (changed: Partial<NeedContent>) => void;
  answer: NeedsAnswer;
  errorAt: (field: string) => string | undefined;
}

/** What a person writes about a need, the most telling first. */
export function NeedFields({ content, onChange, answer, errorAt }: Props) {
  const host = useHost();
  const { say } = host;
  const people = answer.people
    .filter(({ id, hasLeft }) => !hasLeft || id === content.voicedById)
    .map(({ id, name, companyId }) => ({ id, name: withCompany(name, companyId, answer.family, host) }));
  return (
    <Column fills>
      <TextField
        name="name"
        label={say("needTitle")}
        help={say("needNameHelp")}
        value={content.name}
        required
        error={errorAt("name")}
        onChange={(name) => onChange({ name })}
      />
      <Columns>
        <ChoiceField
          name="priority"
          label={say("needPriority")}
          choices={degrees}
          value={content.priority}
          error={errorAt("priority")}
          onChange={(priority) => onChange({ priority })}
        />
        <ChoiceField
          name="risk"
          label={say("needRiskIfUnmet")}
          choices={degrees}
          value={content.risk}
          error={errorAt("risk")}
          onChange={(risk) => onChange({ risk })}
        />
      </Columns>
      <TextField
        name="what"
        label={say("needWhat")}
        value={content.what ?? ""}
        rows={2}
        error={errorAt("what")}
        onChange={(what) => onChange({ what })}
      />
      <TextField
        name="why"
        label={say("needWhy")}
        value={content.why ?? ""}
        rows={2}
        error={errorAt("why")}
        onChange={(why) => onChange({ why })}
      />
      <Columns>
        <PersonField
          name="voicedBy"
          label={say("needVoice")}
          people={people}
          value={content.voicedById}
          error={errorAt("voicedById")}
          onChange={(voicedById) => onChange({ voicedById })}
        />
        <DateField
          name="voicedOn"
          label={say("needVoicedOn")}
          value={content.voicedOn}
          max={answer.today}
          error={errorAt("voicedOn")}
          onChange={(voicedOn) => onChange({ voicedOn })}
        />
      </Columns>
      <Columns>
        <ChoiceField
          name="source"
          label={say("needSource")}
          choices={needSources}
          value={content.source}
          error={errorAt("source")}
          onChange={(source) => onChange({ source })}
        />
        <ChoiceField
          name="kind"
          label={say("needKind")}
          choices={needKinds}
          value={content.kind}
          error={errorAt("kind")}
          onChange={(kind) => onChange({ kind })}
        />
      </Columns>
      <TextField
        name="evidence"
        label={say("needEvidence")}
        help={say("needEvidenceHelp")}
        value={content.evidence ?? ""}
        rows={2}
        error={errorAt("evidence")}
        onChange={(evidence) => onChange({ evidence })}
      />
    </Column>
  );
}
