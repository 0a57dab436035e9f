import { defineObject, type Infer } from "../define-object.ts";
import { choice, date, longText, money, number, owner, text } from "../fields/index.ts";
import { accountTypes, planStatuses } from "../vocabulary/accounts.ts";
import { reviewRhythms } from "../vocabulary/plans.ts";
import type { Language } from "../words.ts";

/** The plan of one company for one period. The six elements stand in order: (a) to (f). */
export const accountPlan = defineObject({
  name: "account_plan",
  label: { one: { en: "Account plan", ar: "خطة حساب" }, many: { en: "Account plans", ar: "خطط الحسابات" } },
  key: "plan_key",
  primary: "plan_name",
  secondary: ["period", "plan_status"],
  associatedWith: ["companies", "contacts", "deals", "account_need"],
  fields: {
    plan_key: text({
      required: true,
      unique: true,
      label: { en: "Plan key", ar: "مفتاح الخطة" },
      help: { en: "Company and period; written by Keyline", ar: "الشركة والفترة؛ يكتبه Keyline" },
    }),
    plan_name: text({ required: true, label: { en: "Name", ar: "الاسم" } }),
    plan_status: choice(planStatuses, { required: true, label: { en: "Status", ar: "الحالة" } }),
    company_record_id: number({ label: { en: "Company record ID", ar: "رقم سجل الشركة" } }),
    hubspot_owner_id: owner({ builtIn: true, label: { en: "Responsible", ar: "المسؤول" } }),
    account_type: choice(accountTypes, { label: { en: "Account type", ar: "نوع الحساب" } }),
    period: text({
      label: { en: "Period", ar: "الفترة" },
      help: { en: "Such as 2026, 2026-Q4 or 2026-11", ar: "مثل 2026 أو 2026-Q4 أو 2026-11" },
    }),
    starts_on: date({ label: { en: "Starts on", ar: "تبدأ في" } }),
    ends_on: date({ label: { en: "Ends on", ar: "تنتهي في" } }),

    snapshot: longText({
      label: { en: "Snapshot", ar: "لمحة عن الحساب" },
      help: { en: "Where the account stands today, in a few sentences", ar: "أين يقف الحساب اليوم، في بضع جمل" },
    }),
    revenue_goal: money({ label: { en: "Revenue goal", ar: "هدف الإيراد" } }),
    revenue_to_date: money({ label: { en: "Revenue to date", ar: "الإيراد حتى اليوم" } }),
    goal_attainment: number({ label: { en: "Goal attainment (%)", ar: "تحقيق الهدف (٪)" } }),
    upsell_openings: longText({
      label: { en: "Upsell openings", ar: "فرص المبيعات الإضافية" },
      help: { en: "What they could buy next, and why", ar: "ما يمكن أن يشتروه لاحقًا، ولماذا" },
    }),
    why_they_buy: longText({ label: { en: "Why they buy from us", ar: "لماذا يشترون منا" } }),
    strengths: longText({ label: { en: "Strengths", ar: "نقاط القوة" } }),
    weaknesses: longText({ label: { en: "Weaknesses", ar: "نقاط الضعف" } }),
    opportunities: longText({ label: { en: "Opportunities", ar: "الفرص" } }),
    threats: longText({ label: { en: "Threats", ar: "التهديدات" } }),
    value_to_them: longText({ label: { en: "What we are worth to them", ar: "قيمتنا لديهم" } }),
    value_to_us: longText({ label: { en: "What they are worth to us", ar: "قيمتهم لدينا" } }),
    competitors: longText({
      label: { en: "Competitors in the account", ar: "المنافسون داخل الحساب" },
      help: { en: "Who else sells here, where, and how strong", ar: "من يبيع هنا أيضًا، وأين، وما قوته" },
    }),

    how_they_decide: longText({
      label: { en: "How they decide", ar: "كيف يتخذون القرار" },
      help: { en: "Steps, committees and dates of a purchase", ar: "خطوات الشراء ولجانه ومواعيده" },
    }),
    decision_criteria: longText({ label: { en: "What they decide by", ar: "معايير قرارهم" } }),

    growth: longText({
      label: { en: "How we help them grow", ar: "كيف نساعدهم على النمو" },
      help: { en: "The line behind the initiatives", ar: "الفكرة التي تجمع المبادرات" },
    }),

    budget: money({ label: { en: "Budget", ar: "الميزانية" } }),
    budget_spent: money({ label: { en: "Budget spent", ar: "المصروف من الميزانية" } }),
    hours_planned: number({ min: 0, label: { en: "Hours planned", ar: "الساعات المخططة" } }),
    hours_spent: number({ min: 0, label: { en: "Hours spent", ar: "الساعات المبذولة" } }),
    team_roles: longText({
      label: { en: "Team and roles", ar: "الفريق والأدوار" },
      help: { en: "Owner, role and hours of each, as JSON", ar: "المسؤول ودوره وساعاته، بصيغة JSON" },
    }),

    obstacles_summary: longText({
      label: { en: "What stands in the way", ar: "ما الذي يعترض الطريق" },
      help: { en: "Each obstacle has a record with its answer", ar: "لكل عقبة سجل فيه الرد عليها" },
    }),

    success_measures: longText({ label: { en: "How success is measured", ar: "كيف يُقاس النجاح" } }),
    review_rhythm: choice(reviewRhythms, { label: { en: "Review rhythm", ar: "وتيرة المراجعة" } }),
    next_review_on: date({ label: { en: "Next review", ar: "المراجعة القادمة" } }),
    last_reviewed_on: date({ label: { en: "Last reviewed", ar: "آخر مراجعة" } }),
    reviews: longText({
      label: { en: "Reviews", ar: "المراجعات" },
      help: { en: "What changed and what was decided, as JSON", ar: "ما تغيّر وما تقرر، بصيغة JSON" },
    }),
    who_is_told: longText({
      label: { en: "Who is told, and how", ar: "من يُبلَّغ وكيف" },
      help: { en: "Report, meeting or message, and how often", ar: "تقرير أو اجتماع أو رسالة، وكم مرة" },
    }),

    our_promises: longText({ label: { en: "What we promise", ar: "ما نتعهد به" } }),
    their_promises: longText({ label: { en: "What they promise", ar: "ما يتعهدون به" } }),
    agreed_on: date({ label: { en: "Agreed on", ar: "اتُّفق عليها في" } }),
    agreed_by: text({ label: { en: "Agreed by", ar: "وافق عليها" } }),
    internal_notes: longText({
      label: { en: "Internal notes", ar: "ملاحظات داخلية" },
      help: { en: "Never in the customer's version", ar: "لا تظهر في نسخة العميل أبدًا" },
    }),

    last_touched_on: date({
      label: { en: "Last touched", ar: "آخر تعديل" },
      help: { en: "The plan or one of its objectives", ar: "الخطة أو أحد أهدافها" },
    }),
    open_objectives: number({ min: 0, label: { en: "Open objectives", ar: "الأهداف المفتوحة" } }),
    late_objectives: number({ min: 0, label: { en: "Late objectives", ar: "الأهداف المتأخرة" } }),
    carried_from: text({
      label: { en: "Carried over from", ar: "مُرحَّلة من" },
      help: { en: "Key of the plan before", ar: "مفتاح الخطة السابقة" },
    }),
    closed_on: date({ label: { en: "Closed on", ar: "أُغلقت في" } }),
    closing_note: longText({ label: { en: "What we learnt", ar: "ما تعلمناه" } }),
    settings: longText({
      label: { en: "Settings", ar: "الإعدادات" },
      help: {
        en: "Only on the framework record: the portal's settings, as JSON",
        ar: "في سجل الإطار فقط: إعدادات الحساب بصيغة JSON",
      },
    }),
    provisioned_lists: longText({
      label: { en: "Lists made by Keyline", ar: "القوائم التي أنشأها Keyline" },
      help: {
        en: "Only on the framework record: which lists Keyline made and how, as JSON",
        ar: "في سجل الإطار فقط: القوائم التي أنشأها Keyline وكيف، بصيغة JSON",
      },
    }),
    weekly_digests: longText({
      label: { en: "Weekly digests written", ar: "الملخصات الأسبوعية المكتوبة" },
      help: {
        en: "Only on the framework record: the day of the last digests, and the owners who had theirs",
        ar: "في سجل الإطار فقط: يوم آخر الملخصات والمسؤولون الذين وصلتهم",
      },
    }),
  },
});

export type AccountPlan = Infer<typeof accountPlan>;

/** The unique key of a plan, for a period key such as `2026` or `2026-Q4`. */
export function accountPlanKey(companyId: string, period: string): string {
  return `${companyId}:${period}`;
}

/**
 * The key of the one record that is the portal's framework: how accounts are run here. It has no company, its `settings`
 * are the portal's, its objectives are the framework's milestones.
 */
export const frameworkKey = "framework";

/** What HubSpot requires of the framework record, for whoever writes it first. */
export function frameworkValues(language: Language) {
  const plan_name = { en: "How we run accounts", ar: "كيف ندير الحسابات" }[language];
  return { plan_key: frameworkKey, plan_name, plan_status: "active" } as const;
}
