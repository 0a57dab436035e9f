import type { z } from "zod";
import type { FieldProblem } from "../problem.ts";
import type { Language, Words } from "../words.ts";

/** What can be wrong with a field. Schemas of the card API name one of these codes as their message. */
export const fieldMessages = {
  required: { en: "Fill this in.", ar: "املأ هذا الحقل." },
  "choose-one": { en: "Choose one of these.", ar: "اختر واحدًا من هذه." },
  "not-a-date": { en: "Choose a date.", ar: "اختر تاريخًا." },
  "too-long": { en: "Make this shorter.", ar: "اختصر هذا النص." },
  "too-many": { en: "That is too many.", ar: "هذا العدد كبير جدًا." },
  "out-of-range": { en: "This number is out of range.", ar: "هذا الرقم خارج الحدود." },
  "in-the-future": { en: "This day has not come yet.", ar: "هذا اليوم لم يأتِ بعد." },
  "in-the-past": { en: "This day has passed.", ar: "هذا اليوم قد مضى." },
  "goes-in-circle": {
    en: "That would make somebody their own manager.",
    ar: "بذلك يصبح أحدهم مديرًا لنفسه.",
  },
  "ends-before-start": { en: "The end is before the start.", ar: "النهاية قبل البداية." },
  "not-valid": { en: "This value does not fit here.", ar: "هذه القيمة لا تصلح هنا." },
} as const satisfies Record<string, Words>;

export type FieldMessageCode = keyof typeof fieldMessages;

/** A schema's complaints as field problems, worded in one language: for the form, and for the route's 400. */
export function fieldProblemsOf(error: z.ZodError, language: Language): FieldProblem[] {
  return error.issues.map((issue) => ({
    path: issue.path.map(String).join("."),
    message: fieldMessages[codeOf(issue)][language],
  }));
}

function codeOf(issue: z.core.$ZodIssue): FieldMessageCode {
  if (isFieldMessageCode(issue.message)) return issue.message;
  if (issue.code === "invalid_type") return "required";
  if (issue.code === "invalid_value" || issue.code === "invalid_union") return "choose-one";
  if (issue.code === "too_big") return issue.origin === "string" ? "too-long" : "out-of-range";
  if (issue.code === "too_small") return issue.origin === "string" ? "required" : "out-of-range";
  return "not-valid";
}

function isFieldMessageCode(message: string): message is FieldMessageCode {
  return Object.hasOwn(fieldMessages, message);
}
