import type { ObjectType } from "../types/index.ts";
import { asList, asObject, asText, type Json } from "../wire/read-json.ts";
import { invalid } from "../wire/refusal.ts";
import { dateText, momentMs } from "./moment-text.ts";
import type { Portal } from "./portal.ts";
import type { StoredRecord } from "./stored-record.ts";
import { timePointMs } from "./time-points.ts";

export type Matcher = (record: StoredRecord) => boolean;

const DAY_MS = 86_400_000;

/**
 * Turns a list's filter branch into a test. The outermost branch must be an OR of ANDs (HubSpot's "List filters overview").
 * What the sandbox cannot work out it refuses, instead of making a list that lies.
 */
export function listMatcher(portal: Portal, type: ObjectType, branch: unknown): Matcher {
  const root = asObject(branch, "filterBranch");
  if (root.filterBranchType !== "OR") throw invalid("The root filterBranch must be of type OR");
  const children = asList(root.filterBranches, "filterBranches").map((child) => asObject(child, "filterBranch"));
  if (asList(root.filters, "filters").length > 0) throw invalid("The root filterBranch cannot have filters of its own");
  if (children.length === 0) throw invalid("The root filterBranch needs at least one AND branch");
  if (children.some((child) => child.filterBranchType !== "AND")) {
    throw invalid("Branches under the root filterBranch must be of type AND");
  }
  const matchers = children.map((child) => branchMatcher(portal, type, child));
  return (record) => matchers.some((matches) => matches(record));
}

function branchMatcher(portal: Portal, type: ObjectType, branch: Json): Matcher {
  const filters = asList(branch.filters, "filters").map((filter) =>
    filterMatcher(portal, type, asObject(filter, "filter")),
  );
  const kind = asText(branch.filterBranchType, "filterBranchType");
  if (kind === "ASSOCIATION") return associationMatcher(portal, type, branch);
  const nested = asList(branch.filterBranches, "filterBranches").map((child) =>
    branchMatcher(portal, type, asObject(child, "filterBranch")),
  );
  const all = [...filters, ...nested];
  switch (kind) {
    case "AND":
      return (record) => all.every((matches) => matches(record));
    case "OR":
      return (record) => all.some((matches) => matches(record));
    case "NOT_ALL":
      return (record) => !all.every((matches) => matches(record));
    case "NOT_ANY":
      return (record) => !all.some((matches) => matches(record));
    default:
      throw invalid(`The sandbox does not evaluate filter branches of type ${kind}`);
  }
}

/** Some record associated in this way passes the branch's own filters. */
function associationMatcher(portal: Portal, type: ObjectType, branch: Json): Matcher {
  const to = portal.types.named(asText(branch.objectTypeId, "objectTypeId"));
  const inner = branchMatcher(portal, to, { ...branch, filterBranchType: "AND" });
  const spec = {
    category: asText(branch.associationCategory, "associationCategory"),
    typeId: Number(branch.associationTypeId),
  };
  const way = `${spec.category}:${spec.typeId}`;
  return (record) => {
    const from = { typeId: type.typeId, id: record.id };
    return portal.links.toIds(from, to.typeId).some((id) => {
      const other = portal.records(to).get(id);
      const isLive = other !== undefined && other.archivedMs === undefined;
      return isLive && portal.links.types(from, { typeId: to.typeId, id }).includes(way) && inner(other);
    });
  };
}

function filterMatcher(portal: Portal, type: ObjectType, filter: Json): Matcher {
  const kind = asText(filter.filterType, "filterType");
  if (kind !== "PROPERTY") throw invalid(`The sandbox does not evaluate filters of type ${kind}`);
  const name = asText(filter.property, "property");
  if (!portal.properties.find(type, name)) {
    throw invalid(`Property ${name} does not exist on ${type.name}`, [
      { message: `Property ${name} does not exist`, code: "PROPERTY_DOESNT_EXIST", context: { propertyName: [name] } },
    ]);
  }
  const operation = asObject(filter.operation, "operation");
  const test = operationTest(portal, operation);
  const isKnownTest = asText(operation.operationType, "operationType") === "ALL_PROPERTY";
  const includesUnset = operation.includeObjectsWithNoValueSet === true;
  return (record) => {
    const value = record.values[name];
    if (value === undefined && !isKnownTest) return includesUnset;
    return test(value ?? "");
  };
}

function operationTest(portal: Portal, operation: Json): (value: string) => boolean {
  const operator = asText(operation.operator, "operator");
  const kind = asText(operation.operationType, "operationType");
  const pick = (tests: Record<string, (value: string) => boolean>) => {
    const test = tests[operator];
    if (test) return test;
    throw invalid(`The operator ${operator} is not valid for operationType ${kind}`);
  };
  switch (kind) {
    case "ALL_PROPERTY":
      return pick({
        IS_KNOWN: (value) => value !== "",
        IS_NOT_BLANK: (value) => value !== "",
        IS_UNKNOWN: (value) => value === "",
        IS_BLANK: (value) => value === "",
      });
    case "ENUMERATION": {
      const wanted = new Set(asList(operation.values, "values").map((value) => asText(value, "values")));
      const parts = (value: string) => value.split(";");
      return pick({
        IS_ANY_OF: (value) => parts(value).some((part) => wanted.has(part)),
        IS_NONE_OF: (value) => !parts(value).some((part) => wanted.has(part)),
        IS_EXACTLY: (value) => parts(value).length === wanted.size && parts(value).every((part) => wanted.has(part)),
        IS_NOT_EXACTLY: (value) =>
          parts(value).length !== wanted.size || !parts(value).every((part) => wanted.has(part)),
        CONTAINS_ALL: (value) => [...wanted].every((part) => parts(value).includes(part)),
      });
    }
    case "STRING":
    case "MULTISTRING": {
      const given = kind === "STRING" ? [operation.value] : asList(operation.values, "values");
      const wanted = given.map((value) => asText(value, "value").toLowerCase());
      const some = (test: (value: string, part: string) => boolean) => (value: string) =>
        wanted.some((part) => test(value.toLowerCase(), part));
      return pick({
        IS_EQUAL_TO: some((value, part) => value === part),
        IS_NOT_EQUAL_TO: (value) => !wanted.includes(value.toLowerCase()),
        CONTAINS: some((value, part) => value.includes(part)),
        DOES_NOT_CONTAIN: (value) => !wanted.some((part) => value.toLowerCase().includes(part)),
        STARTS_WITH: some((value, part) => value.startsWith(part)),
        ENDS_WITH: some((value, part) => value.endsWith(part)),
      });
    }
    case "NUMBER": {
      const wanted = Number(operation.value);
      return pick({
        IS_EQUAL_TO: (value) => Number(value) === wanted,
        IS_NOT_EQUAL_TO: (value) => Number(value) !== wanted,
        IS_GREATER_THAN: (value) => Number(value) > wanted,
        IS_GREATER_THAN_OR_EQUAL_TO: (value) => Number(value) >= wanted,
        IS_LESS_THAN: (value) => Number(value) < wanted,
        IS_LESS_THAN_OR_EQUAL_TO: (value) => Number(value) <= wanted,
      });
    }
    case "NUMBER_RANGED": {
      const isInside = (value: string) =>
        Number(value) >= Number(operation.lowerBound) && Number(value) <= Number(operation.upperBound);
      return pick({ IS_BETWEEN: isInside, IS_NOT_BETWEEN: (value) => !isInside(value) });
    }
    case "BOOL":
      return pick({
        IS_EQUAL_TO: (value) => value === String(operation.value),
        IS_NOT_EQUAL_TO: (value) => value !== String(operation.value),
      });
    case "TIME_POINT": {
      const point = () => timePointMs(portal, operation.timePoint);
      point();
      return pick({
        IS_AFTER: (value) => msOf(value) > point(),
        IS_BEFORE: (value) => msOf(value) < point(),
        IS_EQUAL_TO: (value) => dayOf(msOf(value)) === dayOf(point()),
      });
    }
    case "TIME_RANGED": {
      const low = () => timePointMs(portal, operation.lowerBoundTimePoint);
      const high = () => timePointMs(portal, operation.upperBoundTimePoint);
      const isInside = (value: string) => msOf(value) >= low() && msOf(value) <= high();
      isInside("0");
      return pick({ IS_BETWEEN: isInside, IS_NOT_BETWEEN: (value) => !isInside(value) });
    }
    case "ROLLING_DATE_RANGE": {
      const days = Number(operation.numberOfDays);
      const ahead = (value: string) => (msOf(value) - portal.now().getTime()) / DAY_MS;
      return pick({
        IS_LESS_THAN_X_DAYS_AGO: (value) => ahead(value) <= 0 && ahead(value) > -days,
        IS_MORE_THAN_X_DAYS_AGO: (value) => ahead(value) < -days,
        IS_LESS_THAN_X_DAYS_FROM_NOW: (value) => ahead(value) >= 0 && ahead(value) < days,
        IS_MORE_THAN_X_DAYS_FROM_NOW: (value) => ahead(value) > days,
      });
    }
    default:
      throw invalid(`The sandbox does not evaluate operations of type ${kind}`);
  }
}

const msOf = (value: string) => momentMs(value) ?? Number.NaN;
const dayOf = (ms: number) => dateText(new Date(Math.floor(ms / DAY_MS) * DAY_MS).toISOString());
