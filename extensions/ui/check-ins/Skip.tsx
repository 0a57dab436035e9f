import { Button, Form, LoadingButton, Modal, ModalBody } from "@hubspot/ui-extensions";
import type { CheckInsAnswer, OpenCheckIn, PlainDate } from "@keyline/domain";
import { useWrite } from "../backend/index.ts";
import { TextField, useDraft } from "../fields/index.ts";
import { Conflict, WriteProblem } from "../frame/index.ts";
import { dateFormat } from "../format/index.ts";
import { useHost } from "../host/index.ts";
import { Column, Row } from "../reading/index.ts";
import { foundOf, foundText } from "./found.ts";

interface Props {
  checkIn: OpenCheckIn;
  today: PlainDate;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

/** Leaves a check-in out, with the reason. */
export function Skip(props: Props) {
  const { say } = useHost();
  const id = `keyline-skip-${props.checkIn.id}`;
  return (
    <Button
      variant="transparent"
      size="sm"
      overlay={
        <Modal id={id} title={say("skipTitle")}>
          <ModalBody>
            <SkipForm {...props} id={id} />
          </ModalBody>
        </Modal>
      }
    >
      {say("skip")}
    </Button>
  );
}

function SkipForm({ checkIn, today, onWritten, id }: Props & { id: string }) {
  const { say, language, locale, actions } = useHost();
  const write = useWrite("skipCheckIn");
  const { values, set } = useDraft(() => ({ reason: "" }));
  const found = foundOf(write.problem);

  const submit = async (expected: { state: typeof checkIn.state | "held" | "skipped"; due: PlainDate }) => {
    const written = await write.send({ checkInKey: checkIn.key, reason: values.reason, expected });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("skipped") });
    actions.refreshObjectProperties();
    actions.closeOverlay(id);
    onWritten(written.checkIns);
  };

  return (
    <Form onSubmit={() => void submit({ state: checkIn.state, due: checkIn.due })}>
      <Column fills>
        <WriteProblem problem={write.problem} />
        {found && (
          <Conflict
            theirs={foundText(found, say, dateFormat(locale, today), language)}
            mine={say("skippedBecause", { reason: values.reason })}
            onUseMine={() => void submit({ state: found.state, due: found.due })}
            onKeepTheirs={write.forget}
          />
        )}
        <TextField
          name="reason"
          label={say("skipReason")}
          help={say("skipReasonHelp")}
          value={values.reason}
          required
          rows={3}
          error={write.errorAt("reason")}
          onChange={(reason) => set("reason", reason)}
        />
        <Row>
          <LoadingButton type="submit" variant="primary" loading={write.isSending}>
            {say("skip")}
          </LoadingButton>
          <Button onClick={() => actions.closeOverlay(id)}>{say("cancel")}</Button>
        </Row>
      </Column>
    </Form>
  );
}
