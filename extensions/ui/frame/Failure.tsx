import { Button, ErrorState, Text } from "@hubspot/ui-extensions";
import type { Problem } from "@keyline/domain";
import { useHost } from "../host/index.ts";
import { failureStates } from "./failure-states.ts";

/** A card that could not be read: what is the matter, what helps, and a button where trying again may. */
export function Failure({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  const { say } = useHost();
  const { title, text, type, retry } = failureStates[problem.code];
  return (
    <ErrorState title={say(title)} type={type}>
      <Text>{say(text)}</Text>
      {retry && <Button onClick={onRetry}>{say("retry")}</Button>}
    </ErrorState>
  );
}
