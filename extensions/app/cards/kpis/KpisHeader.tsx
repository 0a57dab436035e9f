import { LoadingButton, Text } from "@hubspot/ui-extensions";
import { accountTypes, type KpisAnswer } from "@keyline/domain";
import { Column, Row, dateFormat, periodText, useHost } from "@keyline/ui";
import type { AskedPeriod } from "./KpisBody.tsx";
import { PeriodChooser } from "./PeriodChooser.tsx";
import { RecordSignal } from "./RecordSignal.tsx";
import type { Recalculation } from "./use-recalculation.ts";

interface Props {
  answer: KpisAnswer;
  asked: AskedPeriod;
  onAsk: (asked: AskedPeriod) => void;
  onWritten: (kpis: KpisAnswer) => void;
  recalculation: Recalculation;
}

/** How many targets are reached, what can be done, and which period it is about. */
export function KpisHeader({ answer, asked, onAsk, onWritten, recalculation }: Props) {
  const { say } = useHost();
  const { access, period, calculatedAt } = answer;
  const isCalculated = calculatedAt !== null;
  return (
    <Column fills>
      <Row justify="between" wrap>
        <Reached answer={answer} />
        {access.canWrite && (
          <Row wrap>
            <RecordSignal kind="referral" answer={answer} isPrimary={isCalculated} onWritten={onWritten} />
            <RecordSignal kind="testimonial" answer={answer} isPrimary={false} onWritten={onWritten} />
            {isCalculated && (
              <LoadingButton
                size="sm"
                loading={recalculation.isRunning}
                onClick={() => void recalculation.run([[period.key]])}
              >
                {say("recalculate")}
              </LoadingButton>
            )}
          </Row>
        )}
      </Row>
      <PeriodChooser answer={answer} asked={asked} onAsk={onAsk} />
      <Column>
        <AboutPeriod answer={answer} />
      </Column>
    </Column>
  );
}

/** "3 of 7 targets reached · 2 behind". */
function Reached({ answer: { figures, calculatedAt } }: { answer: KpisAnswer }) {
  const { say, line } = useHost();
  const withStanding = figures.filter(({ standing }) => standing !== null);
  const count = withStanding.length;
  const reached = withStanding.filter(({ standing }) => standing === "reached").length;
  const behind = withStanding.filter(({ standing }) => standing === "behind").length;
  const text =
    count === 0
      ? say(calculatedAt === null ? "kpiNothingYet" : "kpiNoTargets")
      : line([say("kpiTargetsReached", { count, reached }), behind > 0 && say("kpiTargetsBehind", { count: behind })]);
  return <Text format={{ fontWeight: "bold" }}>{text}</Text>;
}

/** "Key account · runs until Thu 31 Dec · compared with Q3 2026". */
function AboutPeriod({ answer: { type, period, today } }: { answer: KpisAnswer }) {
  const host = useHost();
  const { say, line, language, locale } = host;
  const until =
    period.stage === "running" && say("kpiRunsUntil", { date: dateFormat(locale, today).day(period.endsOn) });
  const compared = say("kpiComparedWith", { period: periodText(period.comparedWith, host) });
  return <Text variant="microcopy">{line([type && accountTypes.label(type, language), until, compared])}</Text>;
}
