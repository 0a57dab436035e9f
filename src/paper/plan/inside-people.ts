import { decisionRoles, relationshipWords, type Decider } from "@keyline/domain";
import { html, type Markup } from "../html/markup.ts";
import { facts, name, table } from "../html/parts.ts";
import type { InsideContext } from "./inside-context.ts";

/** Who decides, by what, how well we know them, and which part nobody is known to play. */
export function decidersOf(context: InsideContext): Markup | null {
  const { answer, words, format, language } = context;
  const { deciders, gaps } = answer.people;
  const heads = [words.person, words.role, words.caresAbout, words.relationship, words.ours, words.lastTalked];
  const found = table(
    heads,
    deciders.map((one) => rowOf(one, context)),
    [19, 18, 22, 13, 14, 14],
  );
  const missing = facts([[words.gaps, format.list(gaps.map(({ role }) => decisionRoles.label(role, language)))]]);
  return found || missing ? html`${missing}${found}` : null;
}

function rowOf(one: Decider, { answer, words, format, language }: InsideContext) {
  const company = answer.family.find(({ id }) => id === one.companyId);
  const { strength } = one;
  const isGone = one.leaving === "left" || one.leaving === "untied";
  const relation = strength === null ? null : relationshipWords[Math.round(strength) as 1 | 2 | 3 | 4 | 5][language];
  return [
    html`<bdi>${one.name}</bdi
      >${one.jobTitle && html`<small class="text">${one.jobTitle}</small>`}${company && html`<small class="text">${company.name}</small>`}${isGone && html`<small class="late">${words.gone}</small>`}`,
    format.list(one.roles.map((role) => decisionRoles.label(role, language))),
    html`<span class="text">${one.criteria}</span>`,
    relation && `${relation} (${format.number(strength)})`,
    name(one.ours?.name ?? null),
    format.shortDay(one.lastTalked),
  ];
}
