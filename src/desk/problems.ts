import { fieldMessages, Problem, type FieldMessageCode, type Language, type Words } from "@keyline/domain";

/** A field of the form is wrong in a way that only the facts tell. */
export function wrongField(path: string, code: FieldMessageCode, language: Language): Problem {
  const words: Words = fieldMessages[code];
  return new Problem("invalid-input", words.en, { words, fields: [{ path, message: words[language] }] });
}

const gone = {
  company: { en: "This company is no longer in HubSpot.", ar: "لم تعد هذه الشركة موجودة في HubSpot." },
  "check-in": { en: "This check-in is no longer in HubSpot.", ar: "لم تعد هذه المتابعة موجودة في HubSpot." },
  need: { en: "This need is no longer in HubSpot.", ar: "لم يعد هذا الاحتياج موجودًا في HubSpot." },
  plan: { en: "This plan is no longer in HubSpot.", ar: "لم تعد هذه الخطة موجودة في HubSpot." },
  objective: { en: "This objective is no longer in HubSpot.", ar: "لم يعد هذا الهدف موجودًا في HubSpot." },
  contact: { en: "This contact is no longer in HubSpot.", ar: "لم تعد جهة الاتصال هذه موجودة في HubSpot." },
} as const satisfies Record<string, Words>;

/** What the person acted on is not there any more. */
export function goneProblem(what: keyof typeof gone): Problem {
  const words = gone[what];
  return new Problem("not-found", words.en, { words });
}
