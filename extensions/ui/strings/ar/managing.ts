import type { InArabic } from "../catalogue.ts";
import type { managing as english } from "../en/managing.ts";

export const managing: InArabic<typeof english> = {
  notManagedTitle: "حساب غير مُدار بعد",
  notManagedText: "حدّد لهذه الشركة نوعًا ووتيرة، فيخطط Keyline المتابعات ويذكّرك في وقتها.",
  startManaging: "ابدأ الإدارة",
  rhythmDay: "في أي يوم",
  rhythmDayOfStart: "بحسب أول تاريخ",
  everyCount: "كل كم",
  everyUnit: "الوحدة",
  unitDays: "أيام",
  unitWeeks: "أسابيع",
  unitMonths: "أشهر",
  rhythmStartsOn: "ابتداءً من",
  firstCheckIn: "أول متابعة: {date}",
  changeRhythm: "غيّر الوتيرة",
  pausedFrom: "توقف من",
  pausedUntil: "حتى",
  pausedUntilHelp: "أول يوم تعود فيه المتابعات",
  stopManaging: "أوقف الإدارة",
  stopManagingText: "لن تُخطَّط متابعات جديدة وستُسحب التذكيرات المفتوحة. يبقى السجل محفوظًا.",
  managingStarted: "خُطّطت أول متابعة.",
  rhythmChanged: "تغيّرت الوتيرة.",
  managingStopped: "لم يعد هذا الحساب مُدارًا.",
};
