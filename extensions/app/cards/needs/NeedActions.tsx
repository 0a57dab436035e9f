import { Button, LoadingButton } from "@hubspot/ui-extensions";
import { addDays, isOpenNeed, type NeedRow, type NeedStatus } from "@keyline/domain";
import { Column, Row, WriteProblem, useHost, useWrite } from "@keyline/ui";
import { MoveConflict } from "./MoveConflict.tsx";
import type { NeedsProps } from "./NeedsBody.tsx";

export type NeedMode = "read" | "edit" | "meet" | "drop" | "deal" | "serve";

interface Props extends NeedsProps {
  need: NeedRow;
  onChoose: (mode: NeedMode) => void;
}

/** What can be done with a need where it stands; one thing at a time, so that nobody conflicts with their own last click. */
export function NeedActions(props: Props) {
  return isOpenNeed(props.need.status) ? <OpenActions {...props} /> : <EndedActions {...props} />;
}

function OpenActions({ need, answer, onWritten, onChoose }: Props) {
  const { say, actions } = useHost();
  const write = useWrite("confirmNeed");
  const confirm = async (expected: NeedStatus) => {
    const written = await write.send({ needKey: need.key, expected });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("needIsConfirmed") });
    actions.refreshObjectProperties();
    onWritten(written);
  };
  const isStale = need.knownOn < addDays(answer.today, -answer.staleAfterDays);
  const isServed = answer.initiatives.some(({ needKey, status }) => needKey === need.key && status !== "dropped");
  const asksConfirming = need.status === "identified" || isStale;
  return (
    <Column fills>
      <WriteProblem problem={write.problem} />
      <MoveConflict write={write} mine="confirmed" onUseMine={(status) => void confirm(status)} />
      <Row wrap>
        <LoadingButton
          variant={asksConfirming ? "primary" : "secondary"}
          size="sm"
          loading={write.isSending}
          onClick={() => void confirm(need.status)}
        >
          {say("needConfirm")}
        </LoadingButton>
        <Button
          variant={!asksConfirming && !isServed ? "primary" : "secondary"}
          size="sm"
          disabled={write.isSending}
          onClick={() => onChoose("serve")}
        >
          {say("needServe")}
        </Button>
        <Button size="sm" disabled={write.isSending} onClick={() => onChoose("deal")}>
          {say(need.dealId ? "needChangeDeal" : "needOpenOrLinkDeal")}
        </Button>
        <Button size="sm" disabled={write.isSending} onClick={() => onChoose("meet")}>
          {say("needMarkMet")}
        </Button>
        <Button size="sm" variant="transparent" disabled={write.isSending} onClick={() => onChoose("edit")}>
          {say("needEdit")}
        </Button>
        <Button size="sm" variant="transparent" disabled={write.isSending} onClick={() => onChoose("drop")}>
          {say("needDrop")}
        </Button>
      </Row>
    </Column>
  );
}

function EndedActions({ need, onWritten, onChoose }: Props) {
  const { say, actions } = useHost();
  const write = useWrite("reopenNeed");
  const reopen = async (expected: NeedStatus) => {
    const written = await write.send({ needKey: need.key, expected });
    if (!written) return;
    actions.addAlert({ type: "success", message: say("needReopened") });
    actions.refreshObjectProperties();
    onWritten(written);
  };
  return (
    <Column fills>
      <WriteProblem problem={write.problem} />
      <MoveConflict write={write} mine="confirmed" onUseMine={(status) => void reopen(status)} />
      <Row wrap>
        <LoadingButton size="sm" loading={write.isSending} onClick={() => void reopen(need.status)}>
          {say("needReopen")}
        </LoadingButton>
        <Button size="sm" variant="transparent" disabled={write.isSending} onClick={() => onChoose("edit")}>
          {say("needEdit")}
        </Button>
      </Row>
    </Column>
  );
}
