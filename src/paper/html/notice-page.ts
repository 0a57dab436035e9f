import type { Language, Problem } from "@keyline/domain";
import { paperWords } from "../paper-words.ts";
import { documentOf } from "./document.ts";
import { html } from "./markup.ts";

/** Why a paper cannot be shown, to the person who opened its link. */
export function noticePage(problem: Problem, language: Language): string {
  const title = paperWords[language].expired;
  const said = problem.words?.[language] ?? problem.message;
  return documentOf(
    language,
    title,
    html`<div class="notice">
      <h1>${title}</h1>
      <p>${said}</p>
    </div>`,
  );
}
