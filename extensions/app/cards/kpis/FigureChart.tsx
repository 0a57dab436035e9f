import { BarChart, LineChart, Text } from "@hubspot/ui-extensions";
import { metricNames, type KpiFigure } from "@keyline/domain";
import { Column, majorUnits, periodText, useHost } from "@keyline/ui";
import { isShared } from "./figure-text.ts";

interface Props {
  figure: KpiFigure;
  currency: string;
}

/** The metric over its periods, with the target where there is one. Bars for what adds up, a line for what stands. */
export function FigureChart({ figure, currency }: Props) {
  const host = useHost();
  const { say, language, isReversed } = host;
  const { metric, unit, history, target } = figure;
  const first = history.findIndex(({ value }) => value !== null);
  if (first < 0) return null;
  const inUnit = (value: number) => (unit === "money" ? majorUnits(value, currency) : value);
  const name = metricNames.label(metric, language);
  const aim = say("kpiTarget");
  const rows = history.slice(first).flatMap(({ period, value }) => {
    const at = { period: periodText(period, host) };
    return [
      ...(value === null ? [] : [{ ...at, series: name, value: inUnit(value) }]),
      ...(target ? [{ ...at, series: aim, value: inUnit(target.value) }] : []),
    ];
  });
  // HubSpot draws from left to right: for a reader of Arabic the oldest stands at the right.
  const data = isReversed ? rows.toReversed() : rows;
  const unitName = unit === "money" ? currency : unit === "percent" ? say("kpiPercent") : name;
  const chart = {
    data,
    axes: {
      x: { field: "period", fieldType: "category", label: say("kpiPeriod") },
      y: { field: "value", fieldType: "linear", label: unitName },
      options: { groupFieldByColor: "series", colors: { [name]: "darkBlue", [aim]: "yellow" } },
    },
    options: { showLegend: target !== null, showTooltips: true, showDataLabels: false },
  } as const;
  return (
    <Column gap="xs" fills>
      <Column>
        <Text format={{ fontWeight: "demibold" }}>{say("kpiOverTime")}</Text>
      </Column>
      {isShared(figure) ? <BarChart {...chart} /> : <LineChart {...chart} />}
    </Column>
  );
}
