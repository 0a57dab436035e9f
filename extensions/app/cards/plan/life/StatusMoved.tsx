import { Alert, Text } from "@hubspot/ui-extensions";
import { foundPlan, planStatuses, type Problem } from "@keyline/domain";
import { useHost } from "@keyline/ui";

/** Somebody else moved the plan on: how it stands now. The card reads itself anew with the news of the record. */
export function StatusMoved({ problem }: { problem: Problem | null }) {
  const { say, language } = useHost();
  const found = problem?.code === "conflict" ? foundPlan.safeParse(problem.found) : null;
  if (!found?.success) return null;
  return (
    <Alert variant="warning" title={say("planMovedTitle")}>
      <Text>{say("planMovedText", { status: planStatuses.label(found.data.status, language) })}</Text>
    </Alert>
  );
}
