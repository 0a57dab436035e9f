import {
  planEdit,
  reviewRhythms,
  teamRoles,
  type Person,
  type PlainDate,
  type PlanEdit,
  type PlanValues,
  type TeamMember,
} from "@keyline/domain";
import type { Host, PlainKey } from "@keyline/ui";
import { dateFormat } from "@keyline/ui";

/** How a value of the plan is asked for. `help` says what belongs there and why: below the field, and where it is empty. */
export interface PlanFieldOf {
  kind: "text" | "list" | "line" | "money" | "hours" | "date" | "person" | "reviewRhythm";
  label: PlainKey;
  help?: PlainKey;
}

/** The team has a form of its own. */
export type PlanFieldName = Exclude<keyof PlanValues, "team">;

export const planFields: Readonly<Record<PlanFieldName, PlanFieldOf>> = {
  ownerId: { kind: "person", label: "responsible" },
  goalMinor: { kind: "money", label: "revenueGoal" },
  snapshot: { kind: "text", label: "snapshotField", help: "snapshotWhy" },
  whyTheyBuy: { kind: "text", label: "whyTheyBuy", help: "whyTheyBuyWhy" },
  strengths: { kind: "list", label: "strengths", help: "strengthsWhy" },
  weaknesses: { kind: "list", label: "weaknesses", help: "weaknessesWhy" },
  opportunities: { kind: "list", label: "opportunities", help: "opportunitiesWhy" },
  threats: { kind: "list", label: "threats", help: "threatsWhy" },
  valueToThem: { kind: "text", label: "valueToThem", help: "valueToThemWhy" },
  valueToUs: { kind: "text", label: "valueToUs", help: "valueToUsWhy" },
  competitors: { kind: "list", label: "competitors", help: "competitorsWhy" },
  upsellOpenings: { kind: "list", label: "ownOpenings", help: "ownOpeningsWhy" },
  howTheyDecide: { kind: "text", label: "howTheyDecide", help: "howTheyDecideWhy" },
  decisionCriteria: { kind: "text", label: "decisionCriteria", help: "decisionCriteriaWhy" },
  growth: { kind: "text", label: "growthLine", help: "growthLineWhy" },
  budgetMinor: { kind: "money", label: "budget" },
  budgetSpentMinor: { kind: "money", label: "budgetSpent" },
  hoursPlanned: { kind: "hours", label: "hoursPlanned" },
  hoursSpent: { kind: "hours", label: "hoursSpent" },
  obstaclesSummary: { kind: "text", label: "obstaclesSummary", help: "obstaclesSummaryWhy" },
  successMeasures: { kind: "text", label: "successMeasures", help: "successMeasuresWhy" },
  reviewRhythm: { kind: "reviewRhythm", label: "reviewRhythm" },
  nextReviewOn: { kind: "date", label: "nextReview" },
  whoIsTold: { kind: "text", label: "whoIsTold", help: "whoIsToldWhy" },
  ourPromises: { kind: "list", label: "ourPromises", help: "ourPromisesWhy" },
  theirPromises: { kind: "list", label: "theirPromises", help: "theirPromisesWhy" },
  agreedOn: { kind: "date", label: "agreedOn" },
  agreedBy: { kind: "line", label: "agreedBy" },
  internalNotes: { kind: "text", label: "internalNotes", help: "internalNotesWhy" },
};

interface Around {
  host: Pick<Host, "say" | "line" | "language" | "locale" | "numbers">;
  owners: readonly Person[];
  currency: string;
  today: PlainDate;
}

/** A value as people would say it, for a conflict. */
export function planFieldText(name: keyof PlanValues, values: PlanEdit, around: Around): string {
  const { host, owners, currency, today } = around;
  const nameOf = (id: string) => owners.find((owner) => owner.id === id)?.name ?? id;
  if (name === "team") return values.team?.map(memberText).join("; ") || host.say("none");
  const value = values[name];
  if (value === null || value === undefined || value === "") return host.say("none");
  const { kind } = planFields[name];
  if (kind === "money") return host.numbers.money(Number(value), currency);
  if (kind === "hours") return host.numbers.number(Number(value));
  if (kind === "person") return nameOf(String(value));
  if (kind === "reviewRhythm" && reviewRhythms.has(value)) return reviewRhythms.label(value, host.language);
  if (kind === "date") return dateFormat(host.locale, today).day(value as PlainDate); // oxlint-disable-line typescript/no-unsafe-type-assertion -- the field is a date
  return String(value);

  /** With all that two people may see differently. */
  function memberText({ ownerId, role, duty, hours }: TeamMember): string {
    const planned = hours !== undefined && `${host.say("memberHours")} ${host.numbers.number(hours)}`;
    return host.line([nameOf(ownerId), teamRoles.label(role, host.language), duty, planned], "comma");
  }
}

/** What a conflict over a plan found. */
export function foundPlanEdit(found: unknown): PlanEdit {
  const read = planEdit.safeParse(found);
  return read.success ? read.data : {};
}
