import type { Language, PlanAnswer, PlanHead } from "@keyline/domain";
import type { PaperFormat } from "../paper-format.ts";
import type { PaperWords } from "../paper-words.ts";

/** What every part of the inside version is made from. */
export interface InsideContext {
  readonly answer: PlanAnswer;
  readonly plan: PlanHead;
  readonly words: PaperWords;
  readonly format: PaperFormat;
  readonly language: Language;
}
