import {
  accountTypes,
  healthBands,
  industryText,
  planStatuses,
  renewalOutlooks,
  tiers,
  type Language,
  type PlanAnswer,
  type PlanHead,
} from "@keyline/domain";
import { html, type Markup } from "../html/markup.ts";
import { beside, facts, name, section, titled, userText } from "../html/parts.ts";
import { paperFormat } from "../paper-format.ts";
import { paperWords } from "../paper-words.ts";
import { coverOf } from "./cover.ts";
import type { InsideContext } from "./inside-context.ts";
import { factorsOf } from "./inside-factors.ts";
import { decidersOf } from "./inside-people.ts";
import { obstaclesOf, roadmapOf } from "./inside-roadmap.ts";
import { measuresOf, resourcesOf, reviewsOf } from "./inside-sections.ts";

/** The whole plan for our own eyes: the six elements in order, promises, reviews and notes. */
export function insidePage(answer: PlanAnswer, plan: PlanHead, language: Language): { title: string; body: Markup } {
  const words = paperWords[language];
  const format = paperFormat(language, answer.currency);
  const context: InsideContext = { answer, plan, words, format, language };
  const period = format.period(plan.period);
  const { values } = plan;
  const body = html`<main>
    ${coverOf({
      kind: [words.insideTitle, period].filter(Boolean).join(" "),
      marked: words.internal,
      title: html`<bdi>${plan.name}</bdi>`,
      under: [
        html`<bdi>${answer.company.name}</bdi>`,
        html`${words.printedOn} ${format.day(answer.today)}`,
        missingOf(context),
      ],
    })}
    ${standingOf(context)}
    ${section(
      words.snapshot,
      userText(values.snapshot),
      profileOf(context),
      titled(words.whyTheyBuy, userText(values.whyTheyBuy)),
      beside(
        titled(words.valueToThem, userText(values.valueToThem)),
        titled(words.valueToUs, userText(values.valueToUs)),
      ),
      beside(
        titled(words.strengths, userText(values.strengths)),
        titled(words.weaknesses, userText(values.weaknesses)),
      ),
      beside(
        titled(words.opportunities, userText(values.opportunities)),
        titled(words.threats, userText(values.threats)),
      ),
      titled(words.competitors, userText(values.competitors)),
      titled(words.upsell, userText(values.upsellOpenings)),
    )}
    ${section(words.factors, factorsOf(context))}
    ${section(
      words.whoDecides,
      decidersOf(context),
      beside(
        titled(words.howTheyDecide, userText(values.howTheyDecide)),
        titled(words.criteria, userText(values.decisionCriteria)),
      ),
    )}
    ${section(words.growth, userText(values.growth), roadmapOf(context))}
    ${section(words.resources, resourcesOf(context))}
    ${section(words.inTheWay, userText(values.obstaclesSummary), obstaclesOf(context))}
    ${section(words.success, userText(values.successMeasures), measuresOf(context))}
    ${section(words.promises, promisesOf(context))} ${section(words.reviews, reviewsOf(context))}
    ${section(words.internalNotes, userText(values.internalNotes))}
  </main>`;
  return { title: [answer.company.name, words.insideTitle, period].filter(Boolean).join(" – "), body };
}

/** A part that could not be read is named: paper must not look complete when it is not. */
function missingOf({ answer, words, format }: InsideContext): Markup | null {
  const names = {
    people: words.whoDecides,
    objectives: words.roadmap,
    needs: words.roadmap,
    deals: words.toDate,
    kpis: words.success,
    family: words.family,
    owners: words.team,
    // Not on paper at all.
    openings: null,
  } as const;
  const parts = [...new Set(answer.unreadable.flatMap((part) => names[part] ?? []))];
  return parts.length === 0 ? null : html`<span class="late">${words.missing} ${format.list(parts)}</span>`;
}

function standingOf({ answer, plan, words, format, language }: InsideContext): Markup | null {
  const { type, tier, health, leadManager, managedUnder, account } = answer;
  const { revenue } = plan;
  const { pace } = revenue;
  const distance = pace && format.money(Math.abs(pace.differenceMinor));
  return facts([
    [words.status, planStatuses.label(plan.status, language)],
    [words.type, type && accountTypes.label(type, language)],
    [words.tier, tier && tiers.label(tier, language)],
    [words.runs, [format.day(plan.startsOn), format.day(plan.endsOn)].filter(Boolean).join(" – ")],
    [words.lead, name(leadManager?.name ?? null)],
    [
      words.health,
      health && [healthBands.label(health.band, language), format.number(health.score)].filter(Boolean).join(" "),
    ],
    [words.managedUnder, name(managedUnder?.name ?? null)],
    [words.family, format.list(answer.family.map((one) => one.name))],
    [words.goal, format.money(revenue.goalMinor)],
    [words.toDate, format.money(revenue.toDateMinor)],
    [words.attained, format.percent(revenue.attainmentPercent)],
    [words.pace, pace && [words[pace.pace], pace.pace === "on" ? null : distance].filter(Boolean).join(" ")],
    [words.contractEnds, format.day(account.contractEnds)],
    [words.noticeBy, format.day(account.noticeBy)],
    [words.renewal, format.money(account.renewalMinor)],
    [words.outlook, account.outlook && renewalOutlooks.label(account.outlook, language)],
  ]);
}

function profileOf({ answer: { account }, words, format, language }: InsideContext): Markup | null {
  return facts([
    [words.industry, name(account.industry && industryText(account.industry, language))],
    [words.employees, format.number(account.employees)],
    [words.place, name([account.city, account.country].filter(Boolean).join(", "))],
    [words.annualRevenue, format.money(account.annualRevenueMinor)],
  ]);
}

function promisesOf({ plan: { values }, words, format }: InsideContext): Markup | null {
  const both = beside(
    titled(words.ourPromises, userText(values.ourPromises)),
    titled(words.theirPromises, userText(values.theirPromises)),
  );
  const agreed = facts([
    [words.agreedOn, format.day(values.agreedOn)],
    [words.agreedBy, name(values.agreedBy)],
  ]);
  return both || agreed
    ? html`<div class="promises">${both}</div>
        ${agreed}`
    : null;
}
