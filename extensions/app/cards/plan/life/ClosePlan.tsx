import { Button, Form, LoadingButton, Modal, ModalBody, Text } from "@hubspot/ui-extensions";
import { Column, Row, TextField, WriteProblem, useDraft, useHost, useWrite } from "@keyline/ui";
import { openItems } from "./open-items.ts";
import type { LifeProps } from "./PlanActions.tsx";
import { planName } from "./plan-name.ts";
import { StatusMoved } from "./StatusMoved.tsx";

const id = "keyline-close-plan";

/** Asks what was learnt, and closes the plan. */
export function ClosePlan(props: LifeProps) {
  const host = useHost();
  return (
    <Modal id={id} title={host.say("closePlanTitle", { plan: planName(props.plan, host) })}>
      <ModalBody>
        <CloseForm {...props} />
      </ModalBody>
    </Modal>
  );
}

function CloseForm({ answer, plan, onWritten }: LifeProps) {
  const { say, actions } = useHost();
  const write = useWrite("closePlan");
  const { values, set } = useDraft(() => ({ note: "" }));
  const { objectives, obstacles } = openItems(answer);
  const open = objectives + obstacles;
  const submit = async () => {
    const written = await write.send({ planKey: plan.key, expected: plan.status, note: values.note || null });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("planIsClosed") });
    actions.refreshObjectProperties();
    actions.closeOverlay(id);
    onWritten(written.plan);
  };
  return (
    <Form onSubmit={() => void submit()}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        <StatusMoved problem={write.problem} />
        <Column gap="xs">
          <Text>{say("closePlanText")}</Text>
          {open > 0 && <Text variant="microcopy">{say("closePlanOpen", { count: open })}</Text>}
        </Column>
        <TextField
          name="note"
          label={say("whatWeLearnt")}
          help={say("whatWeLearntHelp")}
          value={values.note}
          rows={4}
          error={write.errorAt("note")}
          onChange={(note) => set("note", note)}
        />
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("closePlanItem")}
          </LoadingButton>
          <Button onClick={() => actions.closeOverlay(id)}>{say("cancel")}</Button>
        </Row>
      </Column>
    </Form>
  );
}
