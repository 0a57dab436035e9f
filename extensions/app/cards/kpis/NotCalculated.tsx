import { Alert, Button, LoadingButton, Text } from "@hubspot/ui-extensions";
import type { KpisAnswer } from "@keyline/domain";
import { Row, periodText, useHost } from "@keyline/ui";
import type { Recalculation } from "./use-recalculation.ts";

interface Props {
  answer: KpisAnswer;
  recalculation: Recalculation;
}

/** What was never calculated is offered to be: the period in view first, else the earlier ones of the charts. */
export function NotCalculated({ answer, recalculation }: Props) {
  const host = useHost();
  const { say } = host;
  const { period, notCalculated, access, calculatedAt } = answer;
  const { isRunning, run } = recalculation;
  if (period.stage === "ahead" || notCalculated.length === 0) return null;
  const earlier = notCalculated.filter((key) => key !== period.key);
  if (calculatedAt === null) {
    const name = periodText(period.key, host);
    return (
      <Alert variant="info" title={say("kpiNotCalculatedTitle", { period: name })}>
        <Text>{say("kpiNotCalculatedText")}</Text>
        {access.canWrite && (
          <LoadingButton variant="primary" loading={isRunning} onClick={() => void run([[period.key], earlier])}>
            {say("kpiCalculate", { period: name })}
          </LoadingButton>
        )}
      </Alert>
    );
  }
  if (isRunning) return null;
  return (
    <Row justify="between" wrap>
      <Text variant="microcopy">{say("kpiEarlierMissing", { count: notCalculated.length })}</Text>
      {access.canWrite && (
        <Button size="xs" onClick={() => void run([notCalculated])}>
          {say("kpiFillIn")}
        </Button>
      )}
    </Row>
  );
}
