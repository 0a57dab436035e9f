import { Checkbox } from "@hubspot/ui-extensions";
import { degrees, type EditObstacle, type PlanAnswer } from "@keyline/domain";
import { ChoiceField, Column, DateField, PersonField, TextField, useHost, type Draft } from "@keyline/ui";

/** What a form of an obstacle holds: how likely and how bad may lack until it is sent. */
export type ObstacleDraft = EditObstacle["expected"];

interface Props {
  draft: Draft<ObstacleDraft>;
  errorAt: (path: string) => string | undefined;
  answer: Pick<PlanAnswer, "owners">;
}

export function ObstacleFields({ draft: { values, set }, errorAt, answer }: Props) {
  const { say } = useHost();
  return (
    <Column fills>
      <TextField
        name="name"
        label={say("fieldObstacleName")}
        required
        value={values.name}
        error={errorAt("name")}
        onChange={(text) => set("name", text)}
      />
      <ChoiceField
        name="likelihood"
        label={say("colLikely")}
        required
        choices={degrees}
        value={values.likelihood}
        error={errorAt("likelihood")}
        onChange={(degree) => set("likelihood", degree)}
      />
      <ChoiceField
        name="impact"
        label={say("colBad")}
        required
        choices={degrees}
        value={values.impact}
        error={errorAt("impact")}
        onChange={(degree) => set("impact", degree)}
      />
      <TextField
        name="answer"
        label={say("fieldAnswer")}
        help={say("answerHelp")}
        rows={3}
        value={values.answer ?? ""}
        error={errorAt("answer")}
        onChange={(text) => set("answer", text || null)}
      />
      <PersonField
        name="owner"
        label={say("responsible")}
        people={answer.owners}
        value={values.ownerId}
        error={errorAt("ownerId")}
        onChange={(id) => set("ownerId", id)}
      />
      <TextField
        name="nextStep"
        label={say("fieldNextStep")}
        value={values.nextStep ?? ""}
        error={errorAt("nextStep")}
        onChange={(text) => set("nextStep", text || null)}
      />
      <DateField
        name="nextStepOn"
        label={say("fieldNextStepOn")}
        value={values.nextStepOn}
        error={errorAt("nextStepOn")}
        onChange={(day) => set("nextStepOn", day)}
        onClear={() => set("nextStepOn", null)}
      />
      <Checkbox name="isInternal" checked={values.isInternal} onChange={(isTicked) => set("isInternal", isTicked)}>
        {say("fieldInternal")}
      </Checkbox>
    </Column>
  );
}

/** Internal to begin with: what stands in our way is seldom for the customer's board. */
export function newObstacle(ownerId: string | null): ObstacleDraft {
  return {
    name: "",
    description: null,
    likelihood: null,
    impact: null,
    answer: null,
    ownerId,
    nextStep: null,
    nextStepOn: null,
    isInternal: true,
  };
}
