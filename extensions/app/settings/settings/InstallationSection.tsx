import { useState } from "react";
import { Alert, Button, LoadingButton, LoadingSpinner, Text } from "@hubspot/ui-extensions";
import { Bullets, Column, Failure, Row, WriteProblem, useBackend, useHost, useWrite } from "@keyline/ui";

/** What stands in the portal, what is missing, and a task to see that reminders arrive. */
export function InstallationSection() {
  const { say, actions } = useHost();
  const read = useBackend("installation");
  const setUp = useWrite("setUp");
  const test = useWrite("testReminder");
  const [isStarted, setIsStarted] = useState(false);
  const { answer, problem } = read;

  const start = async () => {
    if (await setUp.send({})) setIsStarted(true);
  };
  const send = async () => {
    if (await test.send({})) actions.addAlert({ type: "success", message: say("testReminderMade") });
  };

  if (!answer) {
    return problem ? (
      <Failure problem={problem} onRetry={read.again} />
    ) : (
      <LoadingSpinner label={say("loading")} layout="centered" />
    );
  }
  const { missing, warnings, standing, portalId } = answer;
  return (
    <Column gap="medium" fills>
      <WriteProblem problem={setUp.problem ?? test.problem} />
      <Column gap="flush">
        <Text variant="microcopy">{say("portalNumber", { id: portalId })}</Text>
        {missing.length === 0 && <Text>{say("installedAllThere", { count: standing })}</Text>}
      </Column>
      {missing.length > 0 && (
        <Alert variant="warning" title={say("installedMissing", { count: missing.length })}>
          <Text>{isStarted ? say("installStarted") : missing.slice(0, 5).join(", ")}</Text>
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert variant="warning" title={say("installedWarnings")}>
          <Bullets>
            {warnings.map(({ where, message }) => (
              <Text key={where}>{`${where}: ${message}`}</Text>
            ))}
          </Bullets>
        </Alert>
      )}
      <Row wrap>
        {missing.length > 0 && (
          <LoadingButton variant="primary" loading={setUp.isSending} onClick={() => void start()}>
            {say("installNow")}
          </LoadingButton>
        )}
        <Button onClick={read.again}>{say("lookAgain")}</Button>
        <LoadingButton loading={test.isSending} onClick={() => void send()}>
          {say("testReminderButton")}
        </LoadingButton>
      </Row>
    </Column>
  );
}
