import type { Language, Words } from "@keyline/domain";
import { Problem, type FieldMessageCode, fieldMessages } from "@keyline/domain";
import type { PlannerParts } from "../portal-facts.ts";

/** What an action of a card is given: the portal, who asks, and in which language to answer. */
export interface Desk extends PlannerParts {
  readonly portalId: string;
  /** ISO 4217, the portal's own. */
  readonly currency: string;
  readonly caller: { readonly userEmail: string; readonly language: Language };
}

/** A field of the form is wrong in a way that only the facts tell. */
export function wrongField(path: string, code: FieldMessageCode, language: Language): Problem {
  const words: Words = fieldMessages[code];
  return new Problem("invalid-input", words.en, { words, fields: [{ path, message: words[language] }] });
}

export function goneProblem(what: "company" | "check-in"): Problem {
  const words =
    what === "company"
      ? { en: "This company is no longer in HubSpot.", ar: "لم تعد هذه الشركة موجودة في HubSpot." }
      : { en: "This check-in is no longer in HubSpot.", ar: "لم تعد هذه المتابعة موجودة في HubSpot." };
  return new Problem("not-found", words.en, { words });
}
