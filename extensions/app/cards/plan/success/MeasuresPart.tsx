import { ProgressBar, Text } from "@hubspot/ui-extensions";
import { metricNames, noDataReasons, type PlanMeasure } from "@keyline/domain";
import { Column, Listing, useHost } from "@keyline/ui";
import type { PlanTabProps } from "../plan-tab.ts";
import { Section } from "../Section.tsx";

/** The metrics that say whether the plan works: now, to reach, reached. "No data" is words, never zero. */
export function MeasuresPart({ answer, plan }: PlanTabProps) {
  const { say, language } = useHost();
  const { measures } = plan.success;
  return (
    <Section title={say("measures")} empty={measures.length === 0 ? say("measuresNone") : false}>
      <Listing<PlanMeasure>
        items={measures}
        keyOf={({ metric }) => metric}
        columns={[
          {
            title: say("successMetric"),
            cell: ({ metric, isLinked }) => (
              <Column gap="flush">
                <Text>{metricNames.label(metric, language)}</Text>
                {isLinked && <Text variant="microcopy">{say("linkedObjective")}</Text>}
              </Column>
            ),
          },
          {
            title: say("successNow"),
            isNumber: true,
            cell: (measure) => <Now measure={measure} currency={answer.currency} />,
          },
          {
            title: say("successTarget"),
            isNumber: true,
            cell: (measure) => <Amount measure={measure} value={measure.target} currency={answer.currency} />,
          },
          { title: say("successReached"), cell: ({ attainmentPercent }) => <Reached percent={attainmentPercent} /> },
        ]}
      />
    </Section>
  );
}

function Now({ measure, currency }: { measure: PlanMeasure; currency: string }) {
  const { say, language } = useHost();
  if (measure.actual !== null) return <Amount measure={measure} value={measure.actual} currency={currency} />;
  const why = measure.why ? noDataReasons.label(measure.why, language) : say("successNoData");
  return <Text variant="microcopy">{why}</Text>;
}

function Amount(props: { measure: PlanMeasure; value: number | null; currency: string }) {
  const { numbers } = useHost();
  const { measure, value, currency } = props;
  if (value === null) return <Text variant="microcopy">–</Text>;
  if (measure.unit === "money") return <Text>{numbers.money(value, currency)}</Text>;
  return <Text>{measure.unit === "percent" ? numbers.percent(value) : numbers.number(value)}</Text>;
}

/** Less than nothing is nothing reached. */
function Reached({ percent: reached }: { percent: number | null }) {
  const { say, numbers } = useHost();
  if (reached === null) return <Text variant="microcopy">–</Text>;
  const percent = Math.max(0, reached);
  return (
    <ProgressBar
      aria-label={say("successReached")}
      value={Math.min(100, percent)}
      valueDescription={numbers.percent(percent)}
      variant={percent >= 90 ? "success" : percent >= 60 ? "warning" : "danger"}
    />
  );
}
