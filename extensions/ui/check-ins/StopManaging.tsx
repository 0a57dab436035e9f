import { Button, LoadingButton, Modal, ModalBody, ModalFooter, Text } from "@hubspot/ui-extensions";
import type { CheckInsAnswer, RhythmStanding } from "@keyline/domain";
import { useWrite } from "../backend/index.ts";
import { WriteProblem } from "../frame/index.ts";
import { useHost } from "../host/index.ts";
import { Column } from "../reading/index.ts";

interface Props {
  answer: CheckInsAnswer;
  rhythm: RhythmStanding;
  panelId: string;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

const modalId = "keyline-stop-managing";

/** Says what will happen, asks once, and ends the rhythm. */
export function StopManaging({ answer, rhythm, panelId, onWritten }: Props) {
  const { say, actions } = useHost();
  const write = useWrite("changeRhythm");
  const stop = async () => {
    const { name, rule, startsOn } = rhythm;
    const written = await write.send({
      rhythm: null,
      pausedFrom: null,
      pausedUntil: null,
      tier: answer.tier,
      leadManagerId: answer.leadManager?.id ?? null,
      expected: { name, rule, startsOn },
    });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("managingStopped") });
    actions.refreshObjectProperties();
    actions.closeOverlay(modalId);
    actions.closeOverlay(panelId);
    onWritten(written.checkIns);
  };
  return (
    <Button
      variant="destructive"
      size="sm"
      overlay={
        <Modal id={modalId} title={say("stopManaging")} variant="danger">
          <ModalBody>
            <Column>
              <WriteProblem problem={write.problem} />
              <Text>{say("stopManagingText")}</Text>
            </Column>
          </ModalBody>
          <ModalFooter>
            <LoadingButton variant="destructive" loading={write.isSending} onClick={() => void stop()}>
              {say("stopManaging")}
            </LoadingButton>
            <Button onClick={() => actions.closeOverlay(modalId)}>{say("cancel")}</Button>
          </ModalFooter>
        </Modal>
      }
    >
      {say("stopManaging")}
    </Button>
  );
}
