import { addDays, daysBetween, type PlainDate } from "../calendar/plain-date.ts";
import { planObjectiveKey } from "../objects/plan-objective.ts";
import { containsDate, type Period } from "../periods/index.ts";
import type { PlanTemplate, TemplateLine } from "./templates/index.ts";

/** A line of a template, placed in a period. */
export interface TemplateItem {
  readonly line: TemplateLine;
  readonly dueOn: PlainDate;
}

/**
 * What a template brings into a period, the earliest first. A plan that starts late in its period gets the rest of it: no
 * line is due before `from`.
 */
export function templateItems(
  template: PlanTemplate,
  period: Period,
  { from, renewalOn }: { from: PlainDate; renewalOn: PlainDate | null },
): TemplateItem[] {
  const start = from > period.startsOn && from <= period.endsOn ? from : period.startsOn;
  return template.lines
    .flatMap((line): TemplateItem[] => {
      if (line.due !== "renewal") return [{ line, dueOn: dateAt(line.due, start, period.endsOn) }];
      return renewalOn !== null && renewalOn >= start && containsDate(period, renewalOn)
        ? [{ line, dueOn: renewalOn }]
        : [];
    })
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0));
}

/** The key of what a template line becomes: the same whoever makes the plan, and however often. */
export function templateItemKey(companyId: string, period: string, lineId: string): string {
  return planObjectiveKey(companyId, `${period}.${lineId}`);
}

function dateAt(share: number, from: PlainDate, to: PlainDate): PlainDate {
  return addDays(from, Math.round(daysBetween(from, to) * share));
}
