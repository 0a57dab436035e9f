import { Alert, Text } from "@hubspot/ui-extensions";
import type { Problem } from "@keyline/domain";
import { useHost } from "../host/index.ts";
import type { PlainKey } from "../strings/index.ts";

const texts: Partial<Record<Problem["code"], PlainKey>> = {
  unavailable: "offlineText",
  "rate-limited": "busyText",
  internal: "failedText",
  "no-permission": "readOnlyNoPermission",
};

/**
 * A write that did not go through, said above the form, which keeps what was typed. The backend's own message is in the
 * user's language; field errors stand at their fields, and a conflict has its own place.
 */
export function WriteProblem({ problem }: { problem: Problem | null }) {
  const { say } = useHost();
  if (!problem || problem.code === "conflict") return null;
  const key = texts[problem.code];
  return (
    <Alert variant="error" title={say("notSavedTitle")}>
      <Text>{key ? say(key) : problem.message}</Text>
    </Alert>
  );
}
