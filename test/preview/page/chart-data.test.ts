import { expect, test } from "@jest/globals";
import { readChart } from "../../../src/preview/page/components/chart-data.ts";

const axes = {
  x: { field: "month", fieldType: "category" as const },
  y: { field: "amount", fieldType: "linear" as const, label: "Sales" },
};

test("rows of one group become one row for each place on the axis", () => {
  const data = [
    { month: "Oct", kind: "new", amount: 3 },
    { month: "Oct", kind: "upsell", amount: 1 },
    { month: "Nov", kind: "new", amount: 5 },
  ];
  const { points, series } = readChart(
    { data, axes: { ...axes, options: { groupFieldByColor: "kind" } } },
    "en-US",
    "UTC",
  );
  expect(points).toEqual([
    { name: "Oct", new: 3, upsell: 1 },
    { name: "Nov", new: 5 },
  ]);
  expect(series.map(({ label }) => label)).toEqual(["new", "upsell"]);
});

test("a chosen colour is kept", () => {
  const options = { groupFieldByColor: "kind", colors: { late: "darkOrange" as const } };
  const { series } = readChart(
    { data: [{ month: "Oct", kind: "late", amount: 1 }], axes: { ...axes, options } },
    "en-US",
    "UTC",
  );
  expect(series).toEqual([{ key: "late", label: "late", color: "#ff7a59" }]);
});

test("without groups the axis' label names the series", () => {
  expect(readChart({ data: [{ month: "Oct", amount: 2 }], axes }, "en-US", "UTC").series[0]?.label).toBe("Sales");
});
