import type { Filter } from "../../hubspot/index.ts";

/** HubSpot takes at most 100 values in a list of a filter (docs: CRM search). */
const mostValues = 100;

/**
 * Filters that find what a property says of companies. Where they are all accounts of a stretch of ids (`isRun`), one range
 * whatever their number, which finds nothing else; otherwise one filter for each hundred.
 */
export function among(property: string, ids: readonly string[], { isRun }: { isRun: boolean }): Filter[] {
  const sorted = ids.map(Number).sort((one, other) => one - other);
  if (sorted.length === 0) return [];
  if (isRun) return [{ property, operator: "BETWEEN", value: sorted[0], highValue: sorted.at(-1) }];
  return Array.from({ length: Math.ceil(sorted.length / mostValues) }, (_, page) => ({
    property,
    operator: "IN" as const,
    values: sorted.slice(page * mostValues, (page + 1) * mostValues),
  }));
}
