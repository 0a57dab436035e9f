import { ProgressBar, StatusTag, Text } from "@hubspot/ui-extensions";
import { metricNames, noDataReasons, type KpiFigure, type KpisAnswer } from "@keyline/domain";
import { Column, Listing, periodText, useHost } from "@keyline/ui";
import { FigurePanel } from "./FigurePanel.tsx";
import { actualText, isRatio, trendText } from "./figure-text.ts";
import { sparkline } from "./sparkline.ts";
import { StandingTag } from "./StandingTag.tsx";

interface Props {
  answer: KpisAnswer;
  onWritten: (kpis: KpisAnswer) => void;
}

/** One line a metric: what is there, how much of the target that is, and where it goes. */
export function FigureTable({ answer, onWritten }: Props) {
  const host = useHost();
  const { say } = host;
  const { figures, currency, period } = answer;
  return (
    <Listing
      items={figures}
      keyOf={({ metric }) => metric}
      columns={[
        {
          title: say("kpiMetric"),
          cell: (figure) => <FigurePanel figure={figure} answer={answer} onWritten={onWritten} />,
        },
        { title: say("kpiActual"), cell: (figure) => <Actual figure={figure} currency={currency} /> },
        { title: say("kpiAttainment"), cell: (figure) => <Attainment figure={figure} stage={period.stage} /> },
        {
          title: say("kpiAgainst", { period: periodText(period.comparedWith, host) }),
          cell: (figure) => <Trend figure={figure} currency={currency} />,
        },
        { title: say("kpiOverTime"), cell: ({ history }) => <Text>{sparkline(history, host) ?? ""}</Text> },
      ]}
    />
  );
}

/** No data is words, never zero. */
function Actual({ figure, currency }: { figure: KpiFigure; currency: string }) {
  const host = useHost();
  const text = actualText(figure, currency, host);
  if (text !== null) return <Text>{text}</Text>;
  const why = figure.noData ? noDataReasons.label(figure.noData, host.language) : null;
  return <Text variant="microcopy">{why ?? host.say(figure.isCalculated ? "kpiNoData" : "kpiNotYet")}</Text>;
}

function Attainment({ figure, stage }: { figure: KpiFigure; stage: KpisAnswer["period"]["stage"] }) {
  const { language } = useHost();
  const { standing, attainmentPercent, metric } = figure;
  if (standing === null) return null;
  const tag = <StandingTag figure={figure} stage={stage} />;
  if (attainmentPercent === null || !isRatio(metric)) return tag;
  return (
    <Column gap="xs" fills>
      {tag}
      <ProgressBar
        aria-label={metricNames.label(metric, language)}
        value={Math.max(0, Math.min(100, attainmentPercent))}
        maxValue={100}
        variant={standing === "behind" ? "warning" : "success"}
      />
    </Column>
  );
}

function Trend({ figure, currency }: { figure: KpiFigure; currency: string }) {
  const host = useHost();
  const text = trendText(figure, currency, host);
  if (text === null) return null;
  const isGood = figure.trend?.isGood ?? null;
  if (isGood === null) return <Text variant="microcopy">{text}</Text>;
  return (
    <StatusTag hollow variant={isGood ? "success" : "warning"}>
      {text}
    </StatusTag>
  );
}
