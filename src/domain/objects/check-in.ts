import { defineObject, type Infer } from "../define-object.ts";
import { choice, date, longText, number, owner, text } from "../fields/index.ts";
import { checkInOrigins, checkInOutcomes, checkInStates, reminderStates } from "../vocabulary/check-ins.ts";

/** One planned or held conversation with an account. */
export const checkIn = defineObject({
  name: "check_in",
  label: { one: { en: "Check-in", ar: "متابعة" }, many: { en: "Check-ins", ar: "المتابعات" } },
  key: "check_in_key",
  primary: "check_in_name",
  secondary: ["due_date", "state"],
  associatedWith: ["companies", "contacts", "tasks", "account_need"],
  fields: {
    check_in_key: text({
      required: true,
      unique: true,
      label: { en: "Check-in key", ar: "مفتاح المتابعة" },
      help: { en: "Company and slot; written by Keyline", ar: "الشركة والموعد الأصلي؛ يكتبه Keyline" },
    }),
    check_in_name: text({ required: true, label: { en: "Name", ar: "الاسم" } }),
    company_record_id: number({ required: true, label: { en: "Company record ID", ar: "رقم سجل الشركة" } }),
    hubspot_owner_id: owner({ builtIn: true, label: { en: "Owner", ar: "المسؤول" } }),
    slot_date: date({
      required: true,
      label: { en: "Slot", ar: "الموعد الأصلي" },
      help: {
        en: "The date the rhythm first gave; rescheduling keeps it",
        ar: "التاريخ الذي أعطته الوتيرة أولًا؛ لا يتغير عند إعادة الجدولة",
      },
    }),
    planned_date: date({ required: true, label: { en: "Planned date", ar: "التاريخ المخطط" } }),
    due_date: date({
      required: true,
      label: { en: "Due date", ar: "تاريخ الاستحقاق" },
      help: { en: "The planned date on a working day", ar: "التاريخ المخطط في يوم عمل" },
    }),
    remind_on: date({ label: { en: "Remind on", ar: "التذكير في" } }),
    state: choice(checkInStates, { required: true, label: { en: "State", ar: "الحالة" } }),
    planned_by: choice(checkInOrigins, { label: { en: "Planned by", ar: "مصدر التخطيط" } }),
    held_on: date({ label: { en: "Held on", ar: "تم في" } }),
    outcome: choice(checkInOutcomes, { label: { en: "How it went", ar: "كيف جرت" } }),
    topics: longText({ label: { en: "Topics", ar: "المواضيع" } }),
    progress: longText({ label: { en: "Progress since the last one", ar: "التقدم منذ آخر متابعة" } }),
    recommendations: longText({
      label: { en: "Recommendations", ar: "التوصيات" },
      help: { en: "Who does what by when, as JSON", ar: "من يفعل ماذا ومتى، بصيغة JSON" },
    }),
    recommendations_given: number({ min: 0, label: { en: "Recommendations given", ar: "التوصيات المقدَّمة" } }),
    recommendations_carried_out: number({
      min: 0,
      label: { en: "Recommendations carried out", ar: "التوصيات المنفَّذة" },
    }),
    obstacles: longText({ label: { en: "Obstacles met", ar: "العقبات" } }),
    notes: longText({ label: { en: "Notes", ar: "ملاحظات" } }),
    skip_reason: text({ label: { en: "Reason for skipping", ar: "سبب الترك" } }),
    brief: longText({ label: { en: "Brief", ar: "الموجز" } }),
    reminder_task_id: text({ label: { en: "Reminder task", ar: "مهمة التذكير" } }),
    reminder_state: choice(reminderStates, { label: { en: "Reminder", ar: "التذكير" } }),
    reminder_fingerprint: text({
      label: { en: "Reminder fingerprint", ar: "بصمة التذكير" },
      help: {
        en: "What the task was made from; a change mends the task",
        ar: "ما بُنيت منه المهمة؛ أي تغيير يعدّلها",
      },
    }),
    escalation_task_id: text({ label: { en: "Escalation task", ar: "مهمة التصعيد" } }),
    escalation_state: choice(reminderStates, { label: { en: "Escalation", ar: "التصعيد" } }),
    counted_from: text({
      label: { en: "Counted from", ar: "محسوبة من" },
      help: { en: "The meeting or call that was this check-in", ar: "الاجتماع أو المكالمة التي كانت هذه المتابعة" },
    }),
    not_counted: text({
      label: { en: "Not counted", ar: "غير محسوبة" },
      help: {
        en: "Meetings and calls that a person said were not this check-in",
        ar: "اجتماعات ومكالمات قال شخص إنها ليست هذه المتابعة",
      },
    }),
  },
});

export type CheckIn = Infer<typeof checkIn>;

/** The unique key of a check-in. `slot` is the date the rhythm first gave. */
export function checkInKey(companyId: string, slot: string): string {
  return `${companyId}:${slot}`;
}
