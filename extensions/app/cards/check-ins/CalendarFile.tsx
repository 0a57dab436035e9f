import { useState } from "react";
import { Button, Link, LoadingSpinner, Modal, ModalBody, Text } from "@hubspot/ui-extensions";
import { Column, Failure, useBackend, useHost } from "@keyline/ui";

/** The check-ins as a file for any calendar. The link is asked for as the dialog opens. */
export function CalendarFile() {
  const { say } = useHost();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Button
      variant="transparent"
      size="sm"
      onClick={() => setIsOpen(true)}
      overlay={
        <Modal id="keyline-calendar" title={say("calendarTitle")} onClose={() => setIsOpen(false)}>
          <ModalBody>{isOpen && <CalendarLink />}</ModalBody>
        </Modal>
      }
    >
      {say("calendarFile")}
    </Button>
  );
}

function CalendarLink() {
  const { say } = useHost();
  const { answer, problem, again } = useBackend("calendarLink");
  if (problem) return <Failure problem={problem} onRetry={again} />;
  if (!answer) return <LoadingSpinner label={say("loading")} layout="centered" />;
  return (
    <Column>
      <Text>{say("calendarText")}</Text>
      <Link href={{ url: answer.url, external: true }}>{say("calendarLoad")}</Link>
      <Text variant="microcopy">{say("linkGoodFor", { count: Math.round(answer.goodForSeconds / 60) })}</Text>
    </Column>
  );
}
