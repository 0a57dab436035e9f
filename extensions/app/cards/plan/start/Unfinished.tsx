import { Alert, LoadingButton, Text } from "@hubspot/ui-extensions";
import type { PlanAnswer, PlanHead } from "@keyline/domain";
import { WriteProblem, useHost, useWrite } from "@keyline/ui";

interface Props {
  plan: PlanHead;
  canWrite: boolean;
  onWritten: (plan: PlanAnswer) => void;
}

/** A plan of which only the record was made. Creating it again fills in what lacks. */
export function Unfinished({ plan, canWrite, onWritten }: Props) {
  const { say } = useHost();
  const write = useWrite("createPlan");
  const goOn = async () => {
    const asked = { type: plan.type, period: plan.period, goalMinor: plan.revenue.goalMinor, snapshot: null };
    const created = await write.send({ ...asked, ownerId: plan.owner?.id ?? null, startsManaging: false });
    if (created) onWritten(created.plan);
  };
  return (
    <>
      <WriteProblem problem={write.problem} />
      <Alert variant="warning" title={say("unfinishedTitle")}>
        <Text>{say("unfinishedText")}</Text>
        {canWrite && (
          <LoadingButton size="sm" loading={write.isSending} onClick={() => void goOn()}>
            {say("finishPlan")}
          </LoadingButton>
        )}
      </Alert>
    </>
  );
}
