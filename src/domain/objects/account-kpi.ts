import { defineObject, type Infer } from "../define-object.ts";
import { choice, date, flag, longText, moment, number, owner, text } from "../fields/index.ts";
import { metricNames, metricUnits, noDataReasons, periodKinds, type MetricName } from "../vocabulary/metrics.ts";

/** One metric of one company in one period. Money stands in major units, so that reports show it as people say it. */
export const accountKpi = defineObject({
  name: "account_kpi",
  label: { one: { en: "Account KPI", ar: "مؤشر حساب" }, many: { en: "Account KPIs", ar: "مؤشرات الحسابات" } },
  key: "kpi_key",
  primary: "kpi_name",
  secondary: ["actual", "attainment"],
  associatedWith: ["companies", "account_plan"],
  fields: {
    kpi_key: text({
      required: true,
      unique: true,
      label: { en: "KPI key", ar: "مفتاح المؤشر" },
      help: { en: "Company, metric and period; written by Keyline", ar: "الشركة والمؤشر والفترة؛ يكتبه Keyline" },
    }),
    kpi_name: text({ required: true, label: { en: "Name", ar: "الاسم" } }),
    company_record_id: number({ required: true, label: { en: "Company record ID", ar: "رقم سجل الشركة" } }),
    hubspot_owner_id: owner({ builtIn: true, label: { en: "Owner", ar: "المسؤول" } }),
    metric: choice(metricNames, { required: true, label: { en: "Metric", ar: "المؤشر" } }),
    period: text({
      required: true,
      label: { en: "Period", ar: "الفترة" },
      help: { en: "Such as 2026, 2026-Q4 or 2026-11", ar: "مثل 2026 أو 2026-Q4 أو 2026-11" },
    }),
    period_kind: choice(periodKinds, { label: { en: "Period length", ar: "طول الفترة" } }),
    starts_on: date({ label: { en: "Starts on", ar: "تبدأ في" } }),
    ends_on: date({ label: { en: "Ends on", ar: "تنتهي في" } }),
    unit: choice(metricUnits, { label: { en: "Unit", ar: "الوحدة" } }),
    currency: text({ label: { en: "Currency", ar: "العملة" } }),
    target: number({ label: { en: "Target", ar: "المستهدف" } }),
    is_own_target: flag({
      label: { en: "Own target", ar: "مستهدف خاص" },
      help: { en: "Set for this account; otherwise the type's", ar: "محدَّد لهذا الحساب؛ وإلا فمستهدف النوع" },
    }),
    actual: number({ label: { en: "Actual", ar: "الفعلي" } }),
    attainment: number({ label: { en: "Attainment (%)", ar: "نسبة التحقيق (٪)" } }),
    previous: number({
      label: { en: "Period before", ar: "الفترة السابقة" },
      help: { en: "The actual of the same-length period before", ar: "الفعلي في الفترة السابقة بالطول نفسه" },
    }),
    is_no_data: flag({
      label: { en: "No data", ar: "لا بيانات" },
      help: { en: "Nothing to measure, which is not zero", ar: "لا شيء يُقاس، وهذا غير الصفر" },
    }),
    no_data_reason: choice(noDataReasons, { label: { en: "Why no data", ar: "سبب غياب البيانات" } }),
    evidence: longText({
      label: { en: "Evidence", ar: "المصدر" },
      help: { en: "Ids of the records counted, as JSON", ar: "أرقام السجلات المحسوبة، بصيغة JSON" },
    }),
    evidence_count: number({ min: 0, label: { en: "Records counted", ar: "عدد السجلات المحسوبة" } }),
    left_out: longText({
      label: { en: "Left out", ar: "المستثنى" },
      help: { en: "Records not counted and why, as JSON", ar: "السجلات غير المحسوبة وسببها، بصيغة JSON" },
    }),
    calculated_at: moment({ label: { en: "Calculated at", ar: "حُسب في" } }),
  },
});

export type AccountKpi = Infer<typeof accountKpi>;

/** The unique key of a KPI, for a period key such as `2026-11`. */
export function accountKpiKey(companyId: string, metric: MetricName, period: string): string {
  return `${companyId}:${metric}:${period}`;
}
