import { Alert, ProgressBar, Text } from "@hubspot/ui-extensions";
import type { KpisAnswer } from "@keyline/domain";
import { Column, WriteProblem, clockTime, periodText, useHost } from "@keyline/ui";
import type { Recalculation } from "./use-recalculation.ts";

interface Props {
  answer: KpisAnswer;
  recalculation: Recalculation;
}

/** What a recalculation does and has done; without one, when the figures last changed. */
export function RecalculationLine({ answer, recalculation }: Props) {
  const host = useHost();
  const { say, line, numbers } = host;
  const { progress, isRunning, problem } = recalculation;
  if (isRunning && progress) {
    const { periods, stepsDone, steps } = progress;
    const [first = ""] = periods;
    const what =
      periods.length > 1
        ? say("kpiCalculatingEarlier", { count: periods.length })
        : say("kpiCalculating", { period: periodText(first, host) });
    const step =
      steps > 1 ? say("kpiStep", { step: numbers.number(stepsDone + 1), count: numbers.number(steps) }) : null;
    return (
      <Column gap="xs" fills>
        <Column>
          <Text variant="microcopy">{line([what, step])}</Text>
        </Column>
        <ProgressBar aria-label={say("recalculate")} value={stepsDone + 0.5} maxValue={steps} />
      </Column>
    );
  }
  if (problem && progress) {
    return (
      <Column gap="xs" fills>
        <WriteProblem problem={problem} />
        {progress.periodsDone > 0 && (
          <Column>
            <Text variant="microcopy">{say("kpiStopped", { count: progress.periodsDone })}</Text>
          </Column>
        )}
      </Column>
    );
  }
  const when = progress?.finishedAt ?? answer.calculatedAt;
  if (when === null) return null;
  const time = clockTime(host.locale, answer, when);
  const result =
    progress?.finishedAt &&
    (progress.changed === 0 ? say("kpiNothingChanged") : say("kpiChanged", { count: progress.changed }));
  return (
    <Column gap="xs" fills>
      {progress?.refused && (
        <Alert variant="warning" title={say("kpiPartlyRefused")}>
          <Text>{progress.refused}</Text>
        </Alert>
      )}
      <Column>
        <Text variant="microcopy">
          {result ? line([say("kpiAsOf", { time }), result]) : say("kpiLastChanged", { time })}
        </Text>
      </Column>
    </Column>
  );
}
