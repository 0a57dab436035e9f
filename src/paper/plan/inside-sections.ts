import { metricNames, noDataReasons, reviewRhythms, teamRoles, type MetricName } from "@keyline/domain";
import { html, type Markup } from "../html/markup.ts";
import { facts, name, table, titled, userText } from "../html/parts.ts";
import type { InsideContext } from "./inside-context.ts";

/** Time, money and people: planned against spent, and who does what. */
export function resourcesOf({ answer, plan, words, format, language }: InsideContext): Markup | null {
  const { values } = plan;
  const names = new Map(answer.owners.map((owner) => [owner.id, owner.name]));
  const spent = facts([
    [words.hoursPlanned, format.number(values.hoursPlanned)],
    [words.hoursSpent, format.number(values.hoursSpent)],
    [words.budget, format.money(values.budgetMinor)],
    [words.budgetSpent, format.money(values.budgetSpentMinor)],
  ]);
  const team = table(
    [words.team, words.role, words.duty, words.hours],
    values.team.map(({ ownerId, role, duty, hours }) => [
      name(names.get(ownerId) ?? ownerId),
      teamRoles.label(role, language),
      html`<span class="text">${duty}</span>`,
      format.number(hours ?? null),
    ]),
    [26, 26, 36, 12],
  );
  return spent || team ? html`${spent}${team}` : null;
}

/** What the plan is measured by, and how and when that is looked at and told. */
export function measuresOf({ plan, words, format, language }: InsideContext): Markup | null {
  const { values, success } = plan;
  const measures = table(
    [words.measure, words.actual, words.target, words.attained],
    success.measures.map(({ metric, unit, actual, why, target, attainmentPercent }) => [
      metricNames.label(metric, language),
      format.value(actual, unit) ?? (why ? noDataReasons.label(why, language) : words.noData),
      format.value(target, unit),
      isRatio(metric) ? format.percent(attainmentPercent) : null,
    ]),
    [40, 24, 20, 16],
  );
  const when = facts([
    [words.reviewRhythm, values.reviewRhythm && reviewRhythms.label(values.reviewRhythm, language)],
    [words.lastReviewed, format.day(success.lastReviewedOn)],
    [words.nextReview, format.day(values.nextReviewOn)],
  ]);
  const told = titled(words.whoIsTold, userText(values.whoIsTold));
  return measures || when || told ? html`${measures}${when}${told}` : null;
}

/** A percentage of the target says nothing of growth and scores, which may be negative, nor of tickets, which should be few. */
function isRatio(metric: MetricName): boolean {
  return metric !== "nps" && metric !== "revenue_growth" && metric !== "open_tickets";
}

/** Closed reviews, the latest first: what had changed, and what was decided. */
export function reviewsOf({ plan: { success }, words, format }: InsideContext): Markup | null {
  if (success.reviews.length === 0) return null;
  return html`${success.reviews.map(({ on, by, changes, decisions }) => {
    const decided = userText(decisions);
    return html`<div class="titled">
      <h3>${format.day(on)}${by && html` – <bdi>${by.name}</bdi>`}</h3>
      ${userText(changes.join("\n"))}
      ${
        decided &&
        html`<p><strong>${words.decisions}:</strong></p>
          ${decided}`
      }
    </div>`;
  })}`;
}
