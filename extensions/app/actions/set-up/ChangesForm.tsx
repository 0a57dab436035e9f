import { Checkbox, Form, LoadingButton, MultiSelect, Select, Text } from "@hubspot/ui-extensions";
import { accountTypes, rhythmNames, tiers, type BulkChanges, type Choices, type Person } from "@keyline/domain";
import { Column, Row, WriteProblem, useHost, type Write } from "@keyline/ui";

interface Props {
  count: number;
  owners: readonly Person[];
  changes: BulkChanges;
  onChange: (changes: BulkChanges) => void;
  write: Write<"bulkPreview">;
  onNext: () => void;
}

const asItIs = "";

/** What all of them get; what is left alone stays as it is. */
export function ChangesForm({ count, owners, changes, onChange, write, onNext }: Props) {
  const { say, language } = useHost();
  const people = owners.map(({ id, name }) => ({ value: id, label: name }));
  const wordsOf = <V extends string>(choices: Choices<V>) =>
    choices.values.map((value) => ({ value, label: choices.label(value, language) }));
  const rhythms = [
    { value: "by-type", label: say("rhythmByType") },
    ...wordsOf(rhythmNames).filter(({ value }) => value !== "own"),
  ];
  const one = (
    field: "type" | "tier" | "rhythm" | "leadManagerId",
    label: string,
    options: { value: string; label: string }[],
  ) => (
    <Select
      name={field}
      label={label}
      value={changes[field] ?? asItIs}
      options={[{ value: asItIs, label: say("leaveAsItIs") }, ...options]}
      onChange={(value) => onChange({ ...changes, [field]: value === asItIs ? null : value })}
    />
  );
  const { type, tier, rhythm, leadManagerId, teamIds } = changes;
  const isNothing = !type && !tier && !rhythm && !leadManagerId && teamIds.length === 0;
  return (
    <Form onSubmit={onNext}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        <Column>
          <Text>{say("bulkFor", { count })}</Text>
        </Column>
        {one("type", say("accountType"), wordsOf(accountTypes))}
        {one("tier", say("tier"), wordsOf(tiers))}
        {one("rhythm", say("rhythm"), rhythms)}
        {one("leadManagerId", say("leadManager"), people)}
        <MultiSelect
          name="teamIds"
          label={say("addToTeam")}
          placeholder={say("leaveAsItIs")}
          value={teamIds}
          options={people}
          onChange={(ids) => onChange({ ...changes, teamIds: ids.map(String) })}
        />
        <Checkbox
          name="overwrite"
          checked={changes.overwrite}
          onChange={(overwrite) => onChange({ ...changes, overwrite })}
        >
          {say("bulkOverwrite")}
        </Checkbox>
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending} disabled={isNothing}>
            {say("bulkPreviewButton")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}
