import type { Condition } from "./define-list.ts";

/**
 * Conditions as HubSpot's lists take them: an OR of one AND (developers.hubspot.com, "List filters overview"; shapes of
 * the operations: spec, `lists.json`). Dates are kept at midnight UTC, so that "today" is asked for in UTC too.
 */
export function filterBranchOf(every: readonly Condition[]): object {
  const filters = every.map((condition) => ({
    filterType: "PROPERTY",
    property: condition.field,
    operation: operationOf(condition),
  }));
  const all = { filterBranchType: "AND", filterBranchOperator: "AND", filterBranches: [], filters };
  return { filterBranchType: "OR", filterBranchOperator: "OR", filterBranches: [all], filters: [] };
}

function operationOf(condition: Condition): object {
  switch (condition.is) {
    case "one of":
      return operation("ENUMERATION", "IS_ANY_OF", { values: condition.values });
    case "known":
      return operation("ALL_PROPERTY", "IS_KNOWN");
    case "not yes":
      return operation("BOOL", "IS_NOT_EQUAL_TO", { value: true }, true);
    case "more than":
      return operation("NUMBER", "IS_GREATER_THAN", { value: condition.value });
    case "none":
      return operation("NUMBER", "IS_LESS_THAN", { value: 1 }, true);
    case "within days":
      return operation("TIME_RANGED", "IS_BETWEEN", {
        type: "TIME_RANGED",
        lowerBoundTimePoint: today(0),
        upperBoundTimePoint: today(condition.days),
        lowerBoundEndpointBehavior: "INCLUSIVE",
        upperBoundEndpointBehavior: "INCLUSIVE",
      });
    case "days past": {
      const more = { type: "TIME_POINT", timePoint: today(-condition.days), endpointBehavior: "EXCLUSIVE" };
      return operation("TIME_POINT", "IS_BEFORE", more, condition.orNever ?? false);
    }
  }
}

function operation(operationType: string, operator: string, more: object = {}, includeObjectsWithNoValueSet = false) {
  return { operationType, operator, includeObjectsWithNoValueSet, ...more };
}

function today(days: number): object {
  return { timeType: "INDEXED", zoneId: "UTC", indexReference: { referenceType: "TODAY" }, offset: { days } };
}
