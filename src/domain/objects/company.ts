import { defineExtension, type Infer } from "../define-object.ts";
import { choice, date, flag, longText, moment, money, number, owner, owners, text } from "../fields/index.ts";
import { accountTypes, healthBands, planStatuses, renewalOutlooks, tiers } from "../vocabulary/accounts.ts";
import { rhythmNames } from "../vocabulary/check-ins.ts";
import type { Words } from "../words.ts";

const factor = (label: Words, help: Words) => number({ min: 1, max: 5, label, help });
const score = (label: Words) => number({ min: 0, max: 100, label });

/** What Keyline adds to a company: what managers filter, list and chart by. */
export const company = defineExtension({
  name: "companies",
  group: { name: "account_management", label: { en: "Account management", ar: "إدارة الحسابات" } },
  fields: {
    am_account_type: choice(accountTypes, { label: { en: "Account type", ar: "نوع الحساب" } }),
    am_tier: choice(tiers, { label: { en: "Tier", ar: "الفئة" } }),
    am_rhythm: choice(rhythmNames, { label: { en: "Rhythm", ar: "الوتيرة" } }),
    am_rhythm_rule: text({
      label: { en: "Rhythm rule", ar: "قاعدة الوتيرة" },
      help: {
        en: "Which day: `day 15`, `first sunday`, `last thursday`, `sunday`, `every 10 days`; with `months 3,9` for seasons",
        ar: "أي يوم: `day 15` أو `first sunday` أو `last thursday` أو `sunday` أو `every 10 days`؛ ومع `months 3,9` للمواسم",
      },
    }),
    am_rhythm_anchor: date({
      label: { en: "Rhythm starts on", ar: "تبدأ الوتيرة في" },
      help: { en: "Every slot counts from here, so a late one does not drift", ar: "تُحسب المواعيد كلها من هنا" },
    }),
    am_paused_from: date({ label: { en: "Paused from", ar: "متوقف من" } }),
    am_paused_until: date({ label: { en: "Paused until", ar: "متوقف حتى" } }),
    am_competition: factor(
      { en: "Competition within the account", ar: "المنافسة داخل الحساب" },
      { en: "1 none, 5 strong rivals inside", ar: "١ لا منافسة، ٥ منافسون أقوياء في الداخل" },
    ),
    am_relationship: factor(
      { en: "Strength of the relationship", ar: "قوة العلاقة" },
      { en: "1 weak, 5 trusted", ar: "١ ضعيفة، ٥ ثقة كاملة" },
    ),
    am_resources: factor(
      { en: "Resources it takes to manage", ar: "الموارد اللازمة لإدارته" },
      { en: "1 few, 5 many", ar: "١ قليلة، ٥ كثيرة" },
    ),
    am_growth_potential: factor(
      { en: "Growth potential", ar: "إمكانات النمو" },
      { en: "1 little, 5 much", ar: "١ قليلة، ٥ كبيرة" },
    ),
    am_partnership_potential: factor(
      { en: "Partnership potential", ar: "إمكانات الشراكة" },
      { en: "1 little, 5 much", ar: "١ قليلة، ٥ كبيرة" },
    ),
    am_financial_health: factor(
      { en: "Financial health", ar: "السلامة المالية" },
      { en: "1 weak, 5 sound", ar: "١ ضعيفة، ٥ متينة" },
    ),
    am_standing: factor(
      { en: "Standing it brings us", ar: "المكانة التي يمنحنا إياها" },
      { en: "1 little, 5 much", ar: "١ قليلة، ٥ كبيرة" },
    ),
    am_new_markets: factor(
      { en: "New markets it opens", ar: "الأسواق الجديدة التي يفتحها" },
      { en: "1 none, 5 several", ar: "١ لا شيء، ٥ عدة أسواق" },
    ),
    am_factor_reasons: longText({
      label: { en: "Reasons for the factors", ar: "أسباب تقييم العوامل" },
      help: { en: "One line for each factor, as JSON", ar: "سطر لكل عامل، بصيغة JSON" },
    }),
    am_priority_score: score({ en: "Priority score", ar: "درجة الأولوية" }),
    am_selection_score: score({ en: "Selection score", ar: "درجة الاختيار" }),
    am_health_score: score({ en: "Health score", ar: "درجة السلامة" }),
    am_health_change: number({
      label: { en: "Health change", ar: "تغيّر السلامة" },
      help: { en: "Points against a quarter ago", ar: "النقاط مقارنةً بما قبل ربع سنة" },
    }),
    am_health_band: choice(healthBands, { label: { en: "Health", ar: "السلامة" } }),
    am_territory: text({
      label: { en: "Territory", ar: "المنطقة أو القطاع" },
      help: { en: "The region or industry that its specialist covers", ar: "المنطقة أو القطاع الذي يغطيه المختص" },
    }),
    am_lead_manager: owner({ label: { en: "Lead manager", ar: "المدير الرئيسي" } }),
    am_team: owners({ label: { en: "Account team", ar: "فريق الحساب" } }),
    am_executive_sponsor: owner({ label: { en: "Executive sponsor", ar: "الراعي التنفيذي" } }),
    am_recurring_revenue: money({ label: { en: "Recurring revenue", ar: "الإيراد المتكرر" } }),
    am_revenue_goal: money({ label: { en: "Revenue goal", ar: "هدف الإيراد" } }),
    am_revenue_to_date: money({ label: { en: "Revenue to date", ar: "الإيراد حتى اليوم" } }),
    am_revenue_by_month: longText({
      label: { en: "Revenue by month", ar: "الإيراد حسب الشهر" },
      help: { en: "Won deals of two years, written by Keyline as JSON", ar: "صفقات سنتين، يكتبها Keyline بصيغة JSON" },
    }),
    am_revenue_12_months: money({ label: { en: "Revenue of the last 12 months", ar: "إيراد آخر ١٢ شهرًا" } }),
    am_revenue_rank: number({
      min: 0,
      max: 100,
      label: { en: "Revenue rank (%)", ar: "مرتبة الإيراد (٪)" },
      help: {
        en: "Share of accounts that brought less in the last 12 months, in tens",
        ar: "نسبة الحسابات التي جلبت أقل في آخر ١٢ شهرًا، بالعشرات",
      },
    }),
    am_goal_attainment: number({ label: { en: "Goal attainment (%)", ar: "تحقيق الهدف (٪)" } }),
    am_targets: longText({
      label: { en: "Own targets", ar: "المستهدفات الخاصة" },
      help: {
        en: "This account's targets by metric, as JSON; otherwise the type's",
        ar: "مستهدفات هذا الحساب لكل مؤشر، بصيغة JSON؛ وإلا فمستهدفات النوع",
      },
    }),
    am_open_needs: number({ min: 0, label: { en: "Open needs", ar: "الاحتياجات المفتوحة" } }),
    am_unmet_high_risk_needs: number({
      min: 0,
      label: { en: "Unmet high-risk needs", ar: "احتياجات عالية الخطورة لم تُلبَّ" },
    }),
    am_plan_status: choice(planStatuses, { label: { en: "Plan status", ar: "حالة الخطة" } }),
    am_plan_last_touched: date({ label: { en: "Plan last touched", ar: "آخر تعديل للخطة" } }),
    am_plan_ends: date({ label: { en: "Plan ends", ar: "تنتهي الخطة في" } }),
    am_last_check_in: date({ label: { en: "Last check-in", ar: "آخر متابعة" } }),
    am_next_check_in: date({ label: { en: "Next check-in", ar: "المتابعة القادمة" } }),
    am_overdue_check_ins: number({ min: 0, label: { en: "Overdue check-ins", ar: "المتابعات المتأخرة" } }),
    am_check_in_slots: text({
      label: { en: "Check-in slots", ar: "مواعيد المتابعات" },
      help: { en: "Where the planner looks; written by Keyline", ar: "أين يبحث المخطِّط؛ يكتبه Keyline" },
    }),
    am_last_contact: date({ label: { en: "Last contact", ar: "آخر تواصل" } }),
    am_contract_end: date({ label: { en: "Contract end", ar: "نهاية العقد" } }),
    am_notice_by: date({ label: { en: "Notice by", ar: "آخر موعد للإشعار" } }),
    am_notice_escalation: text({
      label: { en: "Notice date escalated", ar: "تصعيد موعد الإشعار" },
      help: { en: "Which date, and how far; written by Keyline", ar: "أي موعد وإلى أين وصل؛ يكتبه Keyline" },
    }),
    am_renewal_value: money({ label: { en: "Renewal value", ar: "قيمة التجديد" } }),
    am_renewal_outlook: choice(renewalOutlooks, { label: { en: "Renewal outlook", ar: "توقع التجديد" } }),
    am_satisfaction: number({ min: 0, max: 100, label: { en: "Satisfaction (%)", ar: "الرضا (٪)" } }),
    am_high_risk_gaps: number({
      min: 0,
      label: { en: "High-risk needs without an initiative", ar: "احتياجات عالية الخطورة بلا مبادرة" },
    }),
    am_economic_buyer_known: flag({ label: { en: "Economic buyer known", ar: "صاحب القرار المالي معروف" } }),
    am_last_satisfaction_answer: date({ label: { en: "Last satisfaction answer", ar: "آخر جواب عن الرضا" } }),
    am_manages_family: flag({ label: { en: "Manages its subsidiaries", ar: "يدير شركاته التابعة" } }),
    am_managed_under: text({ label: { en: "Managed under", ar: "يُدار ضمن" } }),
    am_managed_under_id: text({
      label: { en: "Managed under (record ID)", ar: "يُدار ضمن (رقم السجل)" },
      help: {
        en: "The company that manages the family; written by Keyline",
        ar: "الشركة التي تدير العائلة؛ يكتبه Keyline",
      },
    }),
    am_family_ids: longText({
      label: { en: "Family (record IDs)", ar: "العائلة (أرقام السجلات)" },
      help: {
        en: "The companies that it manages with itself, the nearest first; written by Keyline",
        ar: "الشركات التي يديرها معه، الأقرب أولًا؛ يكتبها Keyline",
      },
    }),
    am_products: longText({
      label: { en: "Products bought and offered", ar: "المنتجات المشتراة والمعروضة" },
      help: {
        en: "Product IDs in won and in open deals, as JSON; written by Keyline",
        ar: "أرقام المنتجات في الصفقات المكسوبة والمفتوحة بصيغة JSON؛ يكتبه Keyline",
      },
    }),
    am_score_reasons: longText({
      label: { en: "Reasons for the scores", ar: "أسباب الدرجات" },
      help: { en: "Written by Keyline, as JSON", ar: "يكتبه Keyline بصيغة JSON" },
    }),
    am_number_changes: longText({
      label: { en: "Numbers since the last check-in", ar: "الأرقام منذ آخر متابعة" },
      help: { en: "What changed, as JSON; written by Keyline", ar: "ما تغيّر، بصيغة JSON؛ يكتبه Keyline" },
    }),
    am_kpi_mark: text({
      label: { en: "Mark of its KPIs", ar: "علامة مؤشراته" },
      help: { en: "Tells whether its KPIs moved; written by Keyline", ar: "تدل على تغيّر مؤشراته؛ يكتبها Keyline" },
    }),
    am_last_recalculated: moment({ label: { en: "Last recalculated", ar: "آخر إعادة حساب" } }),
  },
});

export type AccountProperties = Infer<typeof company>;

/** An account is managed when it has both a type and a rhythm. */
export function isManaged(account: Pick<AccountProperties, "am_account_type" | "am_rhythm">): boolean {
  return account.am_account_type !== null && account.am_rhythm !== null;
}
