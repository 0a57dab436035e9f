import { needHistoryFields, type NeedChange, type NeedHistoryField } from "@keyline/domain";
import type { RecordHistory } from "../hubspot/index.ts";

/** Older changes than these nobody reads on a card; HubSpot keeps them all. */
const mostChanges = 30;
/** One write touches several properties within this time. */
const togetherMs = 2_000;

interface Step {
  field: NeedHistoryField;
  atMs: number;
  userId: string | null;
  before: string;
  after: string;
}

/** What changed and when, latest first, properties of one write together. `names`: people by HubSpot user id. */
export function needHistory({ values }: RecordHistory, names: ReadonlyMap<string, string>): NeedChange[] {
  const steps = needHistoryFields
    .flatMap((field) => stepsOf(field, values[field] ?? []))
    .sort((one, other) => one.atMs - other.atMs);
  const groups: Step[][] = [];
  for (const step of steps) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && step.atMs - first.atMs < togetherMs && step.userId === first.userId) group.push(step);
    else groups.push([step]);
  }
  return groups
    .map((group, index) => ({
      at: new Date(group[0]?.atMs ?? 0).toISOString(),
      by: names.get(group[0]?.userId ?? "") ?? null,
      isFirst: index === 0,
      changes: group.map(({ field, before, after }) => ({ field, before, after })),
    }))
    .toReversed()
    .slice(0, mostChanges);
}

/** HubSpot gives the values latest first; writing the same again is no step. */
function stepsOf(field: NeedHistoryField, past: RecordHistory["values"][string]): Step[] {
  const inOrder = past.toReversed();
  return inOrder.flatMap(({ value, at, userId }, index) => {
    const before = inOrder[index - 1]?.value ?? "";
    return value === before ? [] : [{ field, atMs: Date.parse(at), userId, before, after: value }];
  });
}
