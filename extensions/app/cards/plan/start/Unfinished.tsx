import { Alert, LoadingButton, Text } from "@hubspot/ui-extensions";
import type { PlanAnswer, PlanHead } from "@keyline/domain";
import { WriteProblem, useHost, useWrite } from "@keyline/ui";

interface Props {
  answer: PlanAnswer;
  plan: PlanHead;
  canWrite: boolean;
  onWritten: (plan: PlanAnswer) => void;
}

/** A plan of which only the record was made. Making it again, as it was begun, fills in what lacks. */
export function Unfinished({ answer, plan, canWrite, onWritten }: Props) {
  const { say } = useHost();
  const create = useWrite("createPlan");
  const next = useWrite("startNextPlan");
  const { goalMinor } = plan.values;
  const earlier = answer.periods.find(({ key }) => key === plan.carriedFrom);

  const goOn = async () => {
    const asked = { type: plan.type, period: plan.period, goalMinor, snapshot: null, startsManaging: false };
    const made = earlier
      ? await next.send({
          planKey: earlier.key,
          expected: earlier.status,
          goalMinor,
          closes: true,
          note: null,
          carry: { objectives: true, obstacles: true, needs: true },
        })
      : await create.send({ ...asked, ownerId: plan.owner?.id ?? null });
    if (made) onWritten(made.plan);
  };

  return (
    <>
      <WriteProblem problem={create.problem ?? next.problem} />
      <Alert variant="warning" title={say("unfinishedTitle")}>
        <Text>{say("unfinishedText")}</Text>
        {canWrite && (
          <LoadingButton size="sm" loading={create.isSending || next.isSending} onClick={() => void goOn()}>
            {say("finishPlan")}
          </LoadingButton>
        )}
      </Alert>
    </>
  );
}
