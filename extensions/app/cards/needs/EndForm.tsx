import { Form, LoadingButton, Text } from "@hubspot/ui-extensions";
import type { NeedRow, NeedStatus } from "@keyline/domain";
import { Column, DateField, Row, TextField, WriteProblem, useDraft, useHost, useWrite } from "@keyline/ui";
import { MoveConflict } from "./MoveConflict.tsx";
import type { NeedsProps } from "./NeedsBody.tsx";

type Props = NeedsProps & { need: NeedRow };

/** The two ends of a need: met, with how we know; dropped, with why. */
export function EndForm({ end, ...props }: Props & { end: "meet" | "drop" }) {
  return end === "meet" ? <MeetForm {...props} /> : <DropForm {...props} />;
}

function MeetForm({ need, answer, onWritten }: Props) {
  const { say, actions } = useHost();
  const write = useWrite("meetNeed");
  const { values, set } = useDraft(() => ({ metOn: answer.today, evidence: "" }));
  const submit = async (expected: NeedStatus) => {
    const written = await write.send({ needKey: need.key, expected, ...values });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("needIsMet") });
    actions.refreshObjectProperties();
    onWritten(written);
  };
  return (
    <Form onSubmit={() => void submit(need.status)}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        <MoveConflict write={write} mine="met" onUseMine={(status) => void submit(status)} />
        <DateField
          name="metOn"
          label={say("needMetOn")}
          value={values.metOn}
          max={answer.today}
          required
          error={write.errorAt("metOn")}
          onChange={(metOn) => set("metOn", metOn)}
        />
        <TextField
          name="evidence"
          label={say("needMetEvidence")}
          help={say("needMetEvidenceHelp")}
          value={values.evidence}
          rows={3}
          required
          error={write.errorAt("evidence")}
          onChange={(evidence) => set("evidence", evidence)}
        />
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("needMarkMet")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}

function DropForm({ need, onWritten }: Props) {
  const { say, actions } = useHost();
  const write = useWrite("dropNeed");
  const { values, set } = useDraft(() => ({ reason: "" }));
  const submit = async (expected: NeedStatus) => {
    const written = await write.send({ needKey: need.key, expected, ...values });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("needIsDropped") });
    actions.refreshObjectProperties();
    onWritten(written);
  };
  return (
    <Form onSubmit={() => void submit(need.status)}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        <MoveConflict write={write} mine="dropped" onUseMine={(status) => void submit(status)} />
        <Column>
          <Text variant="microcopy">{say("needDropText")}</Text>
        </Column>
        <TextField
          name="reason"
          label={say("needDropReason")}
          value={values.reason}
          rows={3}
          required
          error={write.errorAt("reason")}
          onChange={(reason) => set("reason", reason)}
        />
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("needDrop")}
          </LoadingButton>
        </Row>
      </Column>
    </Form>
  );
}
