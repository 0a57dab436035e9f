import { Panel, PanelBody, PanelSection } from "@hubspot/ui-extensions";
import type { CheckInsAnswer } from "@keyline/domain";
import type { Read } from "../backend/index.ts";
import { CardFrame } from "../frame/index.ts";
import { useHost } from "../host/index.ts";
import { LogForm } from "./LogForm.tsx";

interface Props {
  id: string;
  /** The check-ins of the account; the sidebar reads them when the panel opens. */
  read: Read<CheckInsAnswer>;
  checkInKey: string | null;
  onWritten: (checkIns: CheckInsAnswer) => void;
}

/** The panel in which a held check-in is written down. Closing it keeps what was typed. */
export function LogPanel({ id, read, checkInKey, onWritten }: Props) {
  const { say, actions } = useHost();
  const done = (checkIns: CheckInsAnswer) => {
    actions.closeOverlay(id);
    onWritten(checkIns);
  };
  return (
    <Panel id={id} title={say("logTitle")} variant="modal">
      <PanelBody>
        <PanelSection>
          <CardFrame read={read}>
            {(answer) => <LogForm key={checkInKey} answer={answer} checkInKey={checkInKey} onWritten={done} />}
          </CardFrame>
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}
