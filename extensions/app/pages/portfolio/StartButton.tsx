import { useState } from "react";
import { Button, Panel, PanelBody, Text } from "@hubspot/ui-extensions";
import type { RecordLink } from "@keyline/domain";
import { CardFrame, Column, OfCompany, StartManaging, useBackend, useHost } from "@keyline/ui";

interface Props {
  company: RecordLink;
  onManaged: (companyId: string) => void;
}

/** Takes a company on without leaving the page: the same form that its record has. */
export function StartButton({ company, onManaged }: Props) {
  const { say, actions } = useHost();
  const [isOpened, setOpened] = useState(false);
  const id = `keyline-start-${company.id}`;
  const done = () => {
    actions.closeOverlay(id);
    onManaged(company.id);
  };
  return (
    <Button
      size="xs"
      onClick={() => setOpened(true)}
      overlay={
        <Panel id={id} title={say("startManagingCompany", { company: company.name })} width="sm">
          <PanelBody>
            {isOpened && (
              <OfCompany companyId={company.id}>
                <StartForm onDone={done} />
              </OfCompany>
            )}
          </PanelBody>
        </Panel>
      }
    >
      {say("startManaging")}
    </Button>
  );
}

function StartForm({ onDone }: { onDone: () => void }) {
  const { say } = useHost();
  const read = useBackend("summary");
  return (
    <CardFrame read={read}>
      {({ managing, today, access }) =>
        managing ? (
          <StartManaging isSmall options={managing} today={today} canWrite={access.canWrite} onWritten={onDone} />
        ) : (
          <Column>
            <Text>{say("managedMeanwhile")}</Text>
          </Column>
        )
      }
    </CardFrame>
  );
}
