import {
  kpiDetailAnswer,
  kpisAnswer,
  metricNames,
  unitOfMetric,
  type KpiDetailAnswer,
  type KpiFigure,
  type KpisAnswer,
  type MetricName,
} from "@keyline/domain";
import { today } from "../answers.ts";

const facts = {
  asOf: "2026-11-24T07:42:00Z",
  today,
  timeZone: "Asia/Riyadh",
  currency: "SAR",
  company: { id: "101", name: "Najd Foods" },
  access: { canWrite: true, why: null },
  unreadable: [],
} as const;

const quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"];

/** A figure as the backend gives it: calculated, with no data unless said otherwise. */
export function figure(metric: MetricName, changed: Partial<KpiFigure> = {}): KpiFigure {
  const value = changed.value ?? null;
  const before = changed.before ?? null;
  return {
    metric,
    unit: unitOfMetric[metric],
    isCalculated: true,
    value,
    noData: null,
    target: null,
    ownTarget: null,
    typeTarget: null,
    attainmentPercent: null,
    standing: null,
    before,
    trend: null,
    history: quarters.map((period) => ({
      period,
      value: period === "2026-Q4" ? value : period === "2026-Q3" ? before : null,
    })),
    counted: value === null ? 0 : 3,
    ...changed,
  };
}

const known: Partial<Record<MetricName, Partial<KpiFigure>>> = {
  new_sales: {
    value: 31_000_000,
    before: 27_700_000,
    target: { value: 40_000_000, isOwn: true },
    ownTarget: { per: "quarter", value: 40_000_000 },
    attainmentPercent: 77.5,
    standing: "on-track",
    trend: { difference: 3_300_000, percent: 11.9, isGood: true },
  },
  satisfaction: {
    value: 61,
    before: 70,
    target: { value: 80, isOwn: false },
    typeTarget: { per: "quarter", value: 80 },
    attainmentPercent: 76.3,
    standing: "behind",
    trend: { difference: -9, percent: null, isGood: false },
  },
  nps: { noData: "no_answer", target: { value: 40, isOwn: false }, typeTarget: { per: "year", value: 40 } },
  referrals: { value: 2, target: { value: 1, isOwn: false }, attainmentPercent: 200, standing: "reached" },
  open_tickets: { value: 4, target: { value: 3, isOwn: true }, attainmentPercent: 133.3, standing: "behind" },
};

/** What the backend answers in these tests: the running quarter, on Tuesday 24 November 2026. */
export function kpis(changed: Partial<KpisAnswer> = {}): KpisAnswer {
  return kpisAnswer.parse({
    ...facts,
    type: "key",
    period: {
      key: "2026-Q4",
      kind: "quarter",
      startsOn: "2026-10-01",
      endsOn: "2026-12-31",
      stage: "running",
      comparedWith: "2026-Q3",
    },
    choices: { month: ["2026-11", "2026-10"], quarter: quarters.toReversed(), year: ["2026", "2025"] },
    figures: metricNames.values.map((metric) => figure(metric, known[metric])),
    calculatedAt: "2026-11-24T06:05:00Z",
    notCalculated: [],
    contacts: [
      { id: "31", name: "S. Haddad" },
      { id: "32", name: "L. Nasser" },
    ],
    ...changed,
  });
}

export const neverCalculated: Partial<KpisAnswer> = {
  figures: metricNames.values.map((metric) => figure(metric, { isCalculated: false })),
  calculatedAt: null,
  notCalculated: ["2026-Q4", "2026-Q3"],
};

export function detail(changed: Partial<KpiDetailAnswer> = {}): KpiDetailAnswer {
  return kpiDetailAnswer.parse({
    ...facts,
    metric: "new_sales",
    unit: "money",
    period: "2026-Q4",
    formula: "Won deals of new business that closed in the period",
    value: 31_000_000,
    noData: null,
    page: 0,
    counted: {
      total: 1,
      gone: 0,
      records: [
        {
          id: "801",
          object: "deals",
          link: { id: "801", name: "Line 4 upgrade", url: "https://app.hubspot.com/contacts/1/record/0-3/801" },
          on: "2026-11-05",
          share: { kind: "money", amountMinor: 31_000_000, isBefore: false },
          note: null,
        },
      ],
    },
    leftOut: [],
    ...changed,
  });
}
