import { metricNames, objectiveStatuses, reviewRhythms, teamRoles, type Language } from "@keyline/domain";
import { html, type Markup } from "../html/markup.ts";
import { beside, facts, name, section, table, titled, userText } from "../html/parts.ts";
import { paperFormat, type PaperFormat } from "../paper-format.ts";
import { paperWords, type PaperWords } from "../paper-words.ts";
import { coverOf, progressBar } from "./cover.ts";
import type { CustomerObjective, CustomerPlan } from "./customer-plan.ts";

interface Context {
  words: PaperWords;
  format: PaperFormat;
  language: Language;
}

/** The plan that one puts before the customer's board: what both sides do, by when, and who agreed to it. */
export function customerPage(plan: CustomerPlan, language: Language): { title: string; body: Markup } {
  const words = paperWords[language];
  const format = paperFormat(language, plan.currency);
  const context = { words, format, language };
  const period = format.period(plan.period);
  const title = [words.customerTitle, period, plan.company].filter(Boolean).join(" – ");
  const body = html`<main>
    ${coverOf({
      kind: [words.customerTitle, period].filter(Boolean).join(" "),
      title: html`<bdi>${plan.company}</bdi>`,
      under: [span(plan, format), byWhom(plan, context)],
    })}
    ${section(words.aim, userText(plan.aim))}
    ${section(words.roadmap, roadmapOf(plan.roadmap, context) ?? html`<p>${words.noObjectives}</p>`)}
    ${section(words.promises, promisesOf(plan, words))}
    ${section(words.aims, aimsOf(plan, context), communicationOf(plan, context))}
    ${section(words.yourTeam, teamTable(plan, context))} ${section(words.agreed, agreementOf(plan, context))}
  </main>`;
  return { title, body };
}

function span({ startsOn, endsOn }: CustomerPlan, format: PaperFormat): string | null {
  return [format.day(startsOn), format.day(endsOn)].filter(Boolean).join(" – ") || null;
}

function byWhom({ preparedBy, today }: CustomerPlan, { words, format }: Context): Markup {
  const by = preparedBy && html`${words.preparedBy} ${name(preparedBy)} – `;
  return html`${by}${words.printedOn} ${format.day(today)}`;
}

function roadmapOf(roadmap: readonly CustomerObjective[], { words, format, language }: Context): Markup | null {
  const rows = roadmap.map((one) => [
    html`<bdi>${one.name}</bdi>${one.description && html`<small class="text">${one.description}</small>`}`,
    html`${format.shortDay(one.dueOn)}${one.isLate && html`<small class="late">${words.late}</small>`}`,
    name(one.owner),
    one.status === "done"
      ? words.done
      : (progressBar(one.progress, format.percent(one.progress)) ?? objectiveStatuses.label(one.status, language)),
  ]);
  return table([words.what, words.due, words.owner, words.progress], rows, [46, 18, 18, 18]);
}

function promisesOf({ ourPromises, theirPromises }: CustomerPlan, words: PaperWords): Markup | null {
  const both = beside(
    titled(words.ourPromises, userText(ourPromises)),
    titled(words.yourPromises, userText(theirPromises)),
  );
  return both && html`<div class="promises">${both}</div>`;
}

function aimsOf({ aims }: CustomerPlan, { format, language }: Context): Markup | null {
  return facts(
    aims.map(({ metric, unit, target }) => [metricNames.label(metric, language), format.value(target, unit)]),
  );
}

function communicationOf(plan: CustomerPlan, { words, format, language }: Context): Markup | null {
  const when = facts([
    [words.reviewRhythm, plan.reviewRhythm && reviewRhythms.label(plan.reviewRhythm, language)],
    [words.nextReview, format.day(plan.nextReviewOn)],
  ]);
  const told = titled(words.whoIsTold, userText(plan.whoIsTold));
  return when || told ? html`${when}${told}` : null;
}

function teamTable({ team }: CustomerPlan, { words, language }: Context): Markup | null {
  const rows = team.map((one) => [name(one.name), teamRoles.label(one.role, language)]);
  return table([words.person, words.role], rows, [50, 50]);
}

/** Who agreed, and on which day; room for both names where nobody has yet. */
function agreementOf({ agreedOn, agreedBy, company }: CustomerPlan, { words, format }: Context): Markup {
  const known = facts([
    [words.agreedOn, format.day(agreedOn)],
    [words.agreedBy, name(agreedBy)],
  ]);
  return html`${known ?? html`<p>${words.notAgreed}</p>`}
    <div class="signatures">
      <div>${words.forYou} <bdi>${company}</bdi>: ${words.nameAndDay}</div>
      <div>${words.forUs}: ${words.nameAndDay}</div>
    </div>`;
}
