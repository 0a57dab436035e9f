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
    const { period, done, count } = progress;
    const step = count > 1 ? say("kpiStep", { step: numbers.number(done + 1), count: numbers.number(count) }) : null;
    return (
      <Column gap="xs" fills>
        <Text variant="microcopy">{line([say("kpiCalculating", { period: periodText(period, host) }), step])}</Text>
        <ProgressBar aria-label={say("recalculate")} value={done + 0.5} maxValue={count} />
      </Column>
    );
  }
  if (problem && progress) {
    return (
      <Column gap="xs" fills>
        <WriteProblem problem={problem} />
        {progress.done > 0 && <Text variant="microcopy">{say("kpiStopped", { count: progress.done })}</Text>}
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
