import {
  degrees,
  metricNames,
  objectiveKinds,
  objectiveStatuses,
  type Measure,
  type RoadmapItem,
} from "@keyline/domain";
import { html, type Markup } from "../html/markup.ts";
import { name, table } from "../html/parts.ts";
import { progressBar } from "./cover.ts";
import type { InsideContext } from "./inside-context.ts";

/** Everything on the roadmap, late first, with the need it serves and how it is measured. */
export function roadmapOf(context: InsideContext): Markup | null {
  const { answer, words } = context;
  const needs = new Map(answer.objectives.needs.map((need) => [need.key, need.name]));
  return table(
    [words.what, words.due, words.owner, words.measure, words.progress],
    answer.objectives.roadmap.map((one) => rowOf(one, needs.get(one.needKey ?? "") ?? null, context)),
    [38, 16, 15, 16, 15],
  );
}

function rowOf(one: RoadmapItem, need: string | null, context: InsideContext) {
  const { words, format, language } = context;
  const kind = objectiveKinds.label(one.kind, language);
  return [
    html`<bdi>${one.name}</bdi>
      <small>${kind}${need && html` – <bdi>${need}</bdi>`}${one.isInternal && html` – ${words.internal}`}</small>
      ${one.description && html`<small class="text">${one.description}</small>`}`,
    html`${format.shortDay(one.dueOn)}${one.isLate && html`<small class="late">${words.late}</small>`}`,
    name(one.owner?.name ?? null),
    one.measure && measureOf(one.measure, context),
    one.status === "done"
      ? words.done
      : (progressBar(one.progress, format.percent(one.progress)) ?? objectiveStatuses.label(one.status, language)),
  ];
}

/** "NPS: 40 → 52 → 60", from, now and to. Money stands in major units here, as people typed it. */
function measureOf({ words, metric, unit, start, now, target }: Measure, { format, language }: InsideContext): Markup {
  const text = (value: number) => (unit === "percent" ? format.percent(value) : format.number(value));
  const steps = [start, now, target].filter((value) => value !== null).map(text);
  const label = words ?? (metric && metricNames.label(metric, language));
  return html`<bdi>${label}</bdi>${steps.length > 0 && html`<small><bdi>${steps.join(" → ")}</bdi></small>`}`;
}

/** What stands in the way, the gravest first, with our answer. */
export function obstaclesOf({ answer, words, format, language }: InsideContext): Markup | null {
  const open = answer.objectives.obstacles.filter(({ status }) => status !== "dropped");
  const rows = open.map((one) => [
    html`<bdi>${one.name}</bdi>${one.description && html`<small class="text">${one.description}</small>`}`,
    one.likelihood && degrees.label(one.likelihood, language),
    one.impact && degrees.label(one.impact, language),
    html`<span class="text">${one.answer}</span>`,
    html`<bdi>${one.nextStep}</bdi
      ><small>${format.list([one.owner?.name, format.shortDay(one.nextStepOn)].flatMap((part) => part ?? []))}</small>`,
  ]);
  return table([words.what, words.likelihood, words.impact, words.answer, words.nextStep], rows, [28, 11, 11, 28, 22]);
}
