import { Form, LoadingButton } from "@hubspot/ui-extensions";
import { Column, Row, WriteProblem, randomKey, useDraft, useHost, useWrite } from "@keyline/ui";
import { AddPanel } from "../edit/AddPanel.tsx";
import type { PlanTabProps } from "../plan-tab.ts";
import { ObjectiveFields, newObjective } from "./ObjectiveFields.tsx";

const panelId = "keyline-add-objective";

/** The button and its panel: one more objective, milestone or initiative. */
export function AddObjective(tab: PlanTabProps) {
  const { say } = useHost();
  return (
    <AddPanel panelId={panelId} title={say("addToRoadmap")} label={say("addToRoadmap")}>
      <AddForm {...tab} />
    </AddPanel>
  );
}

function AddForm({ answer, plan, onWritten }: PlanTabProps) {
  const { say, actions } = useHost();
  const write = useWrite("addObjective");
  const draft = useDraft(() => newObjective(plan.owner?.id ?? null));
  // However often the form is sent, and whatever is changed in between, it is one record.
  const once = useDraft(() => ({ onceId: randomKey() }));

  const submit = async () => {
    const written = await write.send({ planKey: plan.key, ...once.values, ...draft.values });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("addedToRoadmap") });
    actions.refreshObjectProperties();
    actions.closeOverlay(panelId);
    draft.reset();
    once.reset();
    onWritten(written.plan);
  };

  return (
    <Form onSubmit={() => void submit()}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        <ObjectiveFields draft={draft} errorAt={write.errorAt} answer={answer} />
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("save")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}
