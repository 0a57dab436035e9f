import { keepTalking, renewal, upsell, whoDecides } from "./lines.ts";
import type { PlanTemplate } from "./template.ts";

/** Many of them for each manager: a light plan, quarter by quarter. */
export const sales: PlanTemplate = {
  type: "sales",
  about: {
    en: "A light plan for routine contact, one quarter at a time.",
    ar: "خطة خفيفة للتواصل المعتاد، ربعًا بعد ربع.",
  },
  period: "quarter",
  reviews: "quarterly",
  whoIsTold: { en: "Our own team, in the sales meeting", ar: "فريقنا، في اجتماع المبيعات" },
  lines: [upsell, keepTalking, whoDecides, renewal],
};
