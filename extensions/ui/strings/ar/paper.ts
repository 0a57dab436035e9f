import type { InArabic } from "../catalogue.ts";
import type { paper as english } from "../en/paper.ts";

export const paper: InArabic<typeof english> = {
  printItem: "طباعة",
  printTitle: "الخطة على الورق",
  printLanguage: "لغة الورقة",
  printInEnglish: "الإنجليزية",
  printInArabic: "العربية",
  printInside: "لنا: الخطة كاملة",
  printInsideText: "مع الملاحظات والأرقام وتقييمنا للحساب. ليست للعميل.",
  printCustomer: "للعميل",
  printCustomerText:
    "كيف نساعدهم على النمو، وخارطة الطريق دون ما هو داخلي، وتعهدات الطرفين، ومن يُبلَّغ، وفريقنا، ومن وافق. اقرأها قبل إرسالها.",
  linkGoodFor: {
    zero: "انتهت صلاحية الرابط.",
    one: "يعمل الرابط دقيقة واحدة.",
    two: "يعمل الرابط دقيقتين.",
    few: "يعمل الرابط {count} دقائق.",
    many: "يعمل الرابط {count} دقيقة.",
    other: "يعمل الرابط {count} دقيقة.",
  },
  calendarFile: "ملف التقويم",
  calendarTitle: "المتابعات في تقويمك",
  calendarText: "افتح الملف بتقويمك. أعد تحميله بعد أي تغيير: تُحدَّث المواعيد ولا تتكرر.",
  calendarLoad: "نزّل ملف التقويم",
};
