import type { ChartColor, ChartProps } from "@hubspot/ui-extensions";

/** One place on the category axis, with a value for each series. */
export type Point = { name: string | number } & Record<string, string | number | null>;

export interface Series {
  key: string;
  label: string;
  color: string;
}

const colors: Record<ChartColor, string> = {
  orange: "#fea58e",
  aqua: "#51d3d9",
  purple: "#bda9ea",
  yellow: "#f5c78e",
  pink: "#ea90b1",
  blue: "#81c1fd",
  green: "#a2d28f",
  darkOrange: "#ff7a59",
  darkAqua: "#00a4bd",
  darkPurple: "#6a78d1",
  darkYellow: "#dbae60",
  darkPink: "#c75c86",
  darkBlue: "#3b6ec2",
  darkGreen: "#5f9e3f",
};

/** HubSpot's rows, one for each point and group, as one row for each point with a column for each group. */
export function readChart({ data, axes, options = {} }: ChartProps, locale: string, timeZone: string) {
  const rows = Array.isArray(data) ? data : data.data;
  const labels = Array.isArray(data) ? {} : (data.options?.propertyLabels ?? {});
  const [category, value] =
    axes.x.fieldType === "linear" && axes.y.fieldType !== "linear" ? [axes.y, axes.x] : [axes.x, axes.y];
  const group = axes.options?.groupFieldByColor;
  const groups = group ? [...new Set(rows.map((row) => String(row[group])))] : [value.field];
  const chosen = [...(options.colorList ?? options.colors ?? []), ...(Object.keys(colors) as ChartColor[])];

  const series: Series[] = groups.map((key, index) => ({
    key,
    label: group ? (labels[group]?.[key] ?? key) : (value.label ?? value.field),
    color: colors[axes.options?.colors?.[key] ?? chosen[index % chosen.length] ?? "orange"],
  }));
  const byName = new Map<string, Point>();
  for (const row of rows) {
    const raw = row[category.field] ?? "";
    const point = byName.get(String(raw)) ?? { name: nameOf(raw, category, labels, locale, timeZone) };
    const number = row[value.field];
    point[group ? String(row[group]) : value.field] = number === undefined ? null : Number(number);
    byName.set(String(raw), point);
  }
  return { points: [...byName.values()], series };
}

function nameOf(
  raw: string | number,
  { field, fieldType }: ChartProps["axes"]["x"],
  labels: Record<string, Record<string, string>>,
  locale: string,
  timeZone: string,
): string {
  if (fieldType !== "datetime") return labels[field]?.[String(raw)] ?? String(raw);
  const moment = new Date(raw);
  if (Number.isNaN(moment.getTime())) return String(raw);
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone }).format(moment);
}
