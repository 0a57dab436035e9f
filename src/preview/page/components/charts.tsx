import type { BarChartProps, ChartProps, LineChartProps } from "@hubspot/ui-extensions";
import type { ReactNode } from "react";
import {
  Bar,
  BarChart as Bars,
  CartesianGrid,
  LabelList,
  Legend,
  Line,
  LineChart as Lines,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { useHost } from "../host/host-context.ts";
import { type Point, readChart } from "./chart-data.ts";

export function BarChart(props: BarChartProps) {
  const { frame, points, series, parts, compact } = useChart(props);
  // A category on the upright axis and a number on the level one: bars lie down.
  const isLying = props.axes.x.fieldType === "linear" && props.axes.y.fieldType !== "linear";
  return frame(
    <Bars data={points} layout={isLying ? "vertical" : "horizontal"}>
      {parts(isLying)}
      {series.map(({ key, label, color }) => (
        <Bar
          key={key}
          dataKey={key}
          name={label}
          fill={color}
          stackId={props.axes.options?.stacking ? "all" : key}
          isAnimationActive={false}
          maxBarSize={40}
        >
          {props.options?.showDataLabels && (
            <LabelList dataKey={key} position={isLying ? "right" : "top"} fontSize={11} formatter={compact} />
          )}
        </Bar>
      ))}
    </Bars>,
  );
}

export function LineChart(props: LineChartProps) {
  const { frame, points, series, parts, compact } = useChart(props);
  return frame(
    <Lines data={points}>
      {parts(false, { left: 24, right: 24 })}
      {series.map(({ key, label, color }) => (
        <Line
          key={key}
          dataKey={key}
          name={label}
          stroke={color}
          strokeWidth={2}
          dot={{ r: 3 }}
          isAnimationActive={false}
          connectNulls={false}
        >
          {props.options?.showDataLabels && (
            <LabelList dataKey={key} position="top" fontSize={11} formatter={compact} />
          )}
        </Line>
      ))}
    </Lines>,
  );
}

/** What both charts have in common: data by colour group, axes that run with the text, a table for who cannot see them. */
function useChart(props: ChartProps) {
  const { axes, options = {} } = props;
  const host = useHost();
  const { points, series } = readChart(props, host.locale, host.timeZone);
  const number = new Intl.NumberFormat(host.locale, { notation: "compact", maximumFractionDigits: 1 });
  const compact = (value: unknown) => number.format(Number(value));
  const isRightToLeft = document.documentElement.dir === "rtl";
  const tick = { fontSize: 11, fill: "#516f90" };
  const numeric = { type: "number" as const, tickFormatter: compact };
  const named = { type: "category" as const, dataKey: "name" };

  const parts = (isLying: boolean, padding = { left: 0, right: 0 }) => [
    <CartesianGrid key="grid" stroke="#eaf0f6" vertical={isLying} horizontal={!isLying} />,
    <XAxis
      key="x"
      {...(isLying ? numeric : named)}
      tick={tick}
      reversed={isRightToLeft}
      padding={isLying ? {} : padding}
      stroke="#cbd6e2"
    />,
    <YAxis
      key="y"
      {...(isLying ? named : numeric)}
      tick={tick}
      orientation={isRightToLeft ? "right" : "left"}
      stroke="#cbd6e2"
      width={isLying ? 110 : 52}
    />,
    options.showTooltips && (
      <Tooltip key="tip" formatter={(value) => new Intl.NumberFormat(host.locale).format(Number(value))} />
    ),
    options.showLegend && (
      <Legend
        key="legend"
        verticalAlign="top"
        height={28}
        wrapperStyle={{ fontSize: 12 }}
        formatter={(text) => <span className="legend">{text}</span>}
      />
    ),
  ];

  const frame = (chart: ReactNode) => (
    <figure className="chart" data-test-id={props.testId}>
      {options.title && <figcaption>{options.title}</figcaption>}
      <div className="chart-canvas" aria-hidden="true" dir="ltr">
        <ResponsiveContainer width="100%" height={240}>
          {chart}
        </ResponsiveContainer>
      </div>
      <ChartTable points={points} series={series} heading={axes.x.label ?? axes.x.field} />
    </figure>
  );
  return { points, series, parts, frame, compact };
}

function ChartTable({
  points,
  series,
  heading,
}: {
  points: Point[];
  series: { key: string; label: string }[];
  heading: string;
}) {
  return (
    <table className="for-readers">
      <thead>
        <tr>
          <th>{heading}</th>
          {series.map(({ key, label }) => (
            <th key={key}>{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={String(point.name)}>
            <th>{point.name}</th>
            {series.map(({ key }) => (
              <td key={key}>{point[key] ?? "–"}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
